"""Who is named. The sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.annotate.spacy_english import Annotator
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import extract_all
from allegiance.reading import Reading
from allegiance.records.article import Raw
from allegiance.records.bundle import Found
from allegiance.records.mention import Referent
from tests.conftest import SOURCE

Read = Callable[..., Found]


def actors(read: Read, text: str) -> dict[str, tuple[Referent, set[str]]]:
    """Referents by name, each with the words that mention it."""
    return {
        one.name: (one, {mention.span.of(text) for mention in one.mentions})
        for one in read(text).referents
    }


@pytest.mark.parametrize(
    ("text", "name", "kind", "words"),
    [
        ("Al-Qaida denied the report.", "Al Qaeda", "armed-group", {"Al-Qaida"}),
        ("Three gunmen fled the scene.", "Three gunmen", "armed-group", {"Three gunmen"}),
        ("A gunman was shot dead.", "gunman", "person", {"A gunman"}),
        ("Syrian forces shelled the town.", "Syrian Armed Forces", "military", {"Syrian forces"}),
        ("Israeli airstrikes hit the port.", "Israel", "state", {"Israeli"}),
        ("Damascus said it would not yield.", "Syria", "state", {"Damascus"}),
        ("A group of masked rebels attacked.", "group of masked rebels", "armed-group", {"A group of masked rebels"}),
        ("The leadership of Al Qaeda agreed.", "Al Qaeda", "armed-group", {"The leadership of Al Qaeda", "Al Qaeda"}),
        ("Fighters of Al Qaeda took the bridge.", "Al Qaeda", "armed-group", {"Fighters"}),
        ("FIGHTERS OF THE ELN [NATIONAL LIBERATION ARMY] TOOK THE BRIDGE.", "National Liberation Army", "armed-group", {"ELN"}),
        ("Al Qaeda fighters took the bridge.", "Al Qaeda", "armed-group", {"Al Qaeda fighters", "Al Qaeda"}),
        ("Thabat attacked. Thabat gunmen killed three of his relatives.", "Thabat", "armed-group", {"Thabat gunmen"}),
        ("The Zuhdi Artuqi Movement met. The Artuqi said it was free.", "Zuhdi Artuqi Movement", "armed-group", {"Artuqi"}),
    ],
)  # fmt: skip
def test_who_is_named(read: Read, text: str, name: str, kind: str, words: set[str]) -> None:
    referent, said = actors(read, text)[name]
    assert referent.kind == kind
    assert words <= said


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "He was referring to General Mahn Kyaw Soe, who signed an accord. "
            "Kyaw Soe has expelled Hta Moo and eleven other officers.",
            "Mahn Kyaw Soe", {"Kyaw Soe"},
        ),
        ('"We will keep to it," Mi Sanda Oo of the SNDA told reporters. The SNDA fled.', "Mi Sanda Oo", {"Mi Sanda Oo"}),
    ],
)  # fmt: skip
def test_names_that_only_the_encoder_sees(
    both: Annotator, text: str, name: str, words: set[str]
) -> None:
    reading = next(iter(both.annotate([freeze(Raw(SOURCE, "test", text), load())])))
    named = {
        one.name: {mention.span.of(text) for mention in one.mentions}
        for one in extract_all(reading, load()).referents
    }
    assert words <= named[name]


def test_a_text_that_is_cut_off_behind_a_title_is_read(both: Annotator) -> None:
    text = "At the jubilee, the Dutch head of state will also meet German President"
    article = freeze(Raw(SOURCE, "test", text), load())
    reading = next(iter(both.annotate([article])))
    assert any(entity.text == "President" for entity in reading.doc.ents)
    assert "Germany" in {one.name for one in extract_all(reading, load()).referents}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A known name at the beginning of a longer one.
        ("Ansar Dine Niger said that it had shelled the barracks.", "Ansar Dine Niger"),
        ("The army said that LeJ-KV had attacked a convoy.", "LeJ-KV"),
        # An acronym is no village, though Mora is one.
        ("Last week the MORA burned three trucks.", "MORA"),
    ],
)
def test_a_longer_name_and_an_acronym_are_actors_of_their_own(
    both: Annotator, text: str, name: str
) -> None:
    reading = next(iter(both.annotate([freeze(Raw(SOURCE, "test", text), load())])))
    assert name in {one.name for one in extract_all(reading, load()).referents}


@pytest.mark.parametrize(
    "text",
    [
        "Five men were hurt in Khan Yunis.",
        "Two bombs went off in Syria.",
        "He was born in Damascus.",
        "They fled to Turkey.",
    ],
)
def test_the_place_where_something_happens_is_no_actor(read: Read, text: str) -> None:
    assert {one.kind for one in read(text).referents} <= {"person", "population"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Hamas answers to Iran.", "Iran"),
        ("Hamas takes orders from Iran.", "Iran"),
        ("Hamas has close ties to Tehran.", "Iran"),
        ("Hamas is Tehran's proxy.", "Iran"),
        ("Hamas accused Kabul of treason.", "Afghanistan"),
        ("Hamas signed a ceasefire with Manila.", "Philippines"),
        ("Fighters loyal to Sanaa fled.", "Yemen"),
        ("Hamas fired rockets at Israel.", "Israel"),
        ("The Kabul regime fled.", "Government of Afghanistan"),
        ("Kremlin spokesman Bo Karlsson denied it.", "Russia"),
    ],
)
def test_a_state_or_its_seat_is_a_party_where_only_actors_are(
    read: Read, text: str, state: str
) -> None:
    assert state in {one.name for one in read(text, published="2018-06-04").referents}


@pytest.mark.parametrize(
    "text",
    [
        "Hamas attacked Damascus.",
        "Hamas has a branch in Damascus.",
        "Hamas fled to Tripoli.",
        "Hamas fired rockets at Damascus.",
    ],
)
def test_a_seat_that_is_attacked_or_reached_is_a_place(read: Read, text: str) -> None:
    assert "state" not in {one.kind for one in read(text).referents}


def test_a_known_person_keeps_a_third_name(both: Annotator) -> None:
    text = "The NDC-Rénové of Guidon Shimiray Mwisa fled."
    found = extract_all(
        next(iter(both.annotate([freeze(Raw(SOURCE, "test", text), load())]))), load()
    )
    [leader] = [one for one in found.referents if one.kind == "person"]
    assert {mention.span.of(text) for mention in leader.mentions} == {"Guidon Shimiray Mwisa"}


def test_a_name_begins_behind_a_title_in_quotation_marks(read: Read) -> None:
    text = 'The movement and "General" Sultani Makenga fled.'
    assert actors(read, text)["Sultani Makenga"][1] == {"Sultani Makenga"}


def test_an_acronym_is_whose_name_stands_before_it(read: Read) -> None:
    text = "The Patriotic Alliance (PA) attacked the army. The PA said that it had won."
    assert "PA" in actors(read, text)["Patriotic Alliance"][1]
    text = "The Palestinian Authority (PA) met. The PA said that it had won."
    assert "PA" in actors(read, text)["Palestinian Authority"][1]


@pytest.mark.parametrize(
    "name", ["Workers United for Liberty (WUL)", "Workers Assembled for Reed Liberty (WALR)"]
)
def test_an_acronym_tells_how_far_a_name_goes(both: Annotator, name: str) -> None:
    article = freeze(Raw(SOURCE, "test", f"{name} split from Hamas."), load())
    found = extract_all(next(iter(both.annotate([article]))), load())
    assert name.partition(" (")[0] in {one.name for one in found.referents}


def test_a_surname_is_the_person_whose_full_name_was_given(read: Read) -> None:
    text = "General Bo Karlsson took the town. Karlsson said on Monday that it was quiet."
    _, said = actors(read, text)["Bo Karlsson"]
    assert said >= {"Bo Karlsson", "Karlsson"}


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Sahrawi swore allegiance to the Owl Front in 2015.", False),
        ("In May Sahrawi was killed.", False),
        ("ISGS broke away in 2015, when Sahrawi swore allegiance to Abu Bakr al-Baghdadi.", False),
        ("Sahrawi refugees fled.", True),
    ],
)
def test_a_surname_that_is_a_peoples_name_is_the_person_before_no_noun(
    read: Read, sentence: str, state: bool
) -> None:
    found = read(f"The group was formed by Omar Dost al-Sahrawi. {sentence}")
    assert ("state" in {referent.kind for referent in found.referents}) == state
    person = next(one for one in found.referents if one.name == "Omar Dost al-Sahrawi")
    assert len(person.mentions) == (1 if state else 2)


@pytest.mark.parametrize("many", ["dozens of", "Hundreds of", "tens of thousands of"])
def test_how_many_they_are_is_no_part_of_what_they_are_called(read: Read, many: str) -> None:
    found = read(f"The Hill Brigade killed {many} rival Islamists.")
    assert "rival Islamists" in {referent.name for referent in found.referents}


def test_referents_come_in_the_order_of_their_first_mention(read: Read) -> None:
    referents = read("Israel struck Syria. Turkey accused Israel.").referents
    assert [one.id for one in referents] == [f"a{n}" for n in range(1, len(referents) + 1)]
    assert [one.name for one in referents] == ["Israel", "Syria", "Turkey"]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Kemal Putin said on Monday that he would stay.", "Kemal Putin", "Kemal Putin"),
        ("Vladimir V. Putin said on Monday that he would stay.", "Vladimir Putin", "Vladimir V. Putin"),
        ("President Putin said on Monday that he would stay.", "Vladimir Putin", "Putin"),
        ("Putin said on Monday that he would stay.", "Vladimir Putin", "Putin"),
    ],
)  # fmt: skip
def test_a_known_surname_behind_another_first_name_is_somebody_else(
    read: Read, text: str, name: str, said: str
) -> None:
    assert said in actors(read, text)[name][1]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The militant group Hamas fired rockets.", "The militant group", "Hamas"),
        ("Anna Lindberg, the leader of the Reed Party, resigned.", "the leader", "Anna Lindberg"),
        ("The president of Mali, Anna Lindberg, resigned.", "The president", "Anna Lindberg"),
        ("The head of the Taliban in Herat, Anna Lindberg, fled.", "The head", "Anna Lindberg"),
        ("Hezbollah is an armed group.", "an armed group", "Hezbollah"),
        ("The Salt Union Council (SUC) met. SUC voted.", "Salt Union Council", "SUC"),
        ("Minister Peter de Soto left. De Soto was tired.", "Peter de Soto", "De Soto"),
        (
            "National Liberation Army (ELN) rebels fled.",
            "National Liberation Army (ELN) rebels",
            "ELN",
        ),
        ("A group of rebels fled.", "A group of rebels", "rebels"),
    ],
)
def test_two_ways_of_naming_are_one_actor(read: Read, text: str, one: str, other: str) -> None:
    sharing = [said for _, said in actors(read, text).values() if one in said]
    assert sharing
    assert other in sharing[0]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Peter Lindberg met Anna Lindberg. Lindberg smiled.", "Peter Lindberg", "Lindberg"),
        ("Donald Trump praised Donald Trump Jr. on Monday.", "Donald Trump", "Donald Trump Jr"),
        ("Hamas accused a Hamas spokesman.", "Hamas", "a Hamas spokesman"),
        ("Hezbollah is not a party.", "Hezbollah", "a party"),
        ("Donald Trump's niece is Mary Trump.", "Donald Trump", "Mary Trump"),
    ],
)
def test_two_actors_stay_two(read: Read, text: str, one: str, other: str) -> None:
    assert not any({one, other} <= said for _, said in actors(read, text).values())


def test_two_bodies_that_the_model_takes_for_one_are_two(
    reading_of: Callable[..., Reading],
) -> None:
    text = "The Lions of Lund and the Reed Front merged."
    reading = reading_of(text)
    joined = reading.doc.char_span(4, text.index(" merged"), label="ORG")
    assert joined is not None
    reading.doc.set_ents([joined])
    names = {one.name for one in extract_all(reading, load()).referents}
    assert names == {"Lions of Lund", "Reed Front"}


def test_every_mention_lies_in_the_text_and_belongs_to_one_referent(read: Read) -> None:
    text = "Hamas leader Bo Karlsson said his group and its allies would fight Israel's army."
    spans = [mention.span for one in read(text).referents for mention in one.mentions]
    assert len(spans) == len(set(spans))
    assert all(span.end <= len(text) for span in spans)


def test_a_small_word_is_no_acronym(read: Read) -> None:
    assert "Islamic State in Libya" not in actors(read, "How safe is Libya for visitors?")


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("The Lowland People's Union (UPB) met. UPB fighters hold the port.", "Lowland People's Union", {"UPB"}),
        ("Tomas Brek, known as Dog, leads the Harbour Boys. Dog said he would not yield.", "Tomas Brek", {"Dog"}),
        ("Tomas Brek, better known as Commander Dog, was shot dead.", "Tomas Brek", {"Dog"}),
        ("The Eastern Reed Movement, also called Zan Duru, fled. Zan Duru denied it.", "Eastern Reed Movement", {"Zan Duru"}),
        ('Harakat al-Nahr, the "Movement of the River", is a militia.', "Harakat al-Nahr", {"Movement of the River", "a militia"}),
        ("Jund al-Nahr - Soldiers of the River in Arabic - is an armed group. Soldiers of the River fled.", "Jund al-Nahr", {"Soldiers of the River", "an armed group"}),
        ("The Hill Brigade, or Salt Brigade, attacked the army.", "Hill Brigade", {"Salt Brigade"}),
        ("The Free Hill Brigade, formerly the Salt Company, fled. The Salt Company was weak.", "Free Hill Brigade", {"Salt Company"}),
        ("The Salt Brigade, formerly known as Hill Watch, fled. Hill Watch was weak.", "Salt Brigade", {"Hill Watch"}),
        ("The Zolan National Union fled. The Union said that it was weak.", "Zolan National Union", {"Union"}),
        ("The Movement of the Plain fled. Later the Movement said that it was weak.", "Movement of the Plain", {"Movement"}),
        ("The Reed Liberation Army fled. The Liberation Army said that it was weak.", "Reed Liberation Army", {"Liberation Army"}),
        ("General Saw Kyaw Lin fled. Kyaw Lin said that he was ill.", "Saw Kyaw Lin", {"Kyaw Lin"}),
        ("The Kuna Front - the oldest group - fought the army.", "Kuna Front", {"Kuna Front"}),
        ("The army fought the Harbour Boys in May. The Harbour Boys withdrew.", "Harbour Boys", {"Harbour Boys"}),
    ],
)  # fmt: skip
def test_a_text_gives_an_actor_other_names(
    read: Read, text: str, name: str, said: set[str]
) -> None:
    assert said <= actors(read, text)[name][1]


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("The president, who called Ana Lund a liar, met Bo Karlsson, formerly of the Reed Front.", "Bo Karlsson", {"Ana Lund", "Reed Front"}),
        ("Bo Lund said, \"Ana Karlsson will fight\", and left.", "Bo Lund", {"Ana Karlsson"}),
        ("The Hill Brigade, formerly part of the Reed Front, fled.", "Hill Brigade", {"Reed Front"}),
        ("The Lowland Army (Renewed) fought the Lowland Army.", "Lowland Army", {"Lowland Army (Renewed)"}),
    ],
)  # fmt: skip
def test_what_stands_behind_a_name_is_not_always_another(
    read: Read, text: str, name: str, others: set[str]
) -> None:
    found = actors(read, text)
    assert not others & found[name][1]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Pik Rouj, a gang from the port, attacked the police.", "Pik Rouj", "armed-group"),
        ("Bad Wolves is a gang. The army fought Bad Wolves.", "Bad Wolves", "armed-group"),
        ("Ti Kouto, the largest of the gangs, fled. Ti Kouto accused the police.", "Ti Kouto", "armed-group"),
        ("Pik Rouj, which holds the port, accused the police.", "Pik Rouj", "organisation"),
        ("Pik Rouj is led by a former policeman. Pik Rouj fled.", "Pik Rouj", "organisation"),
        ("Kalo Ban's leader, Jan Petit, fled. Kalo Ban declared itself neutral.", "Kalo Ban", "organisation"),
        ("Mali Roux fighters shot three policemen.", "Mali Roux", "armed-group"),
        ("Bo Karlsson's spokesman denied it. Bo Karlsson fled.", "Bo Karlsson", "person"),
        ("Sarika Devi's chief of staff resigned. Sarika Devi fled.", "Sarika Devi", "person"),
        ("Samir Kuntar, who led the gang, fled.", "Samir Kuntar", "person"),
    ],
)  # fmt: skip
def test_what_a_text_says_of_a_name_tells_person_from_body(
    read: Read, text: str, name: str, kind: str
) -> None:
    assert actors(read, text)[name][0].kind == kind


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Leadership: Ana Lund leads the Hill Guard.", "Leadership"),
        ("The war\n\nAllies: Iran backs the Hill Guard.", "Allies"),
        ("By Easter the Hill Guard had fled.", "Easter"),
        ("General Saw Kyaw Lin fled.", "General"),
    ],
)
def test_headings_feasts_and_titles_are_no_actors(read: Read, text: str, word: str) -> None:
    assert not any(word in said for _, said in actors(read, text).values())


@pytest.mark.parametrize(
    ("text", "published", "name"),
    [
        ("The Egyptian president spoke.", "2018-06-04", "Abdel Fattah el-Sisi"),
        ("The Egyptian president spoke.", "2013-01-10", "Mohamed Morsi"),
        ("Egypt's president spoke.", "2018-06-04", "Abdel Fattah el-Sisi"),
        ("The foreign minister of Iran spoke.", "2018-06-04", "Javad Zarif"),
        ("The Egyptian president spoke.", None, "Egyptian president"),
        ("The Egyptian president spoke.", "1901-01-01", "Egyptian president"),
        ("The former Egyptian president spoke.", "2018-06-04", "former Egyptian president"),
        ("An Egyptian president spoke.", "2018-06-04", "Egyptian president"),
    ],
)
def test_an_office_of_a_state_is_its_holder_on_the_day_of_the_report(
    read: Read, text: str, published: str | None, name: str
) -> None:
    assert [one.name for one in read(text, published).referents if one.kind == "person"] == [name]


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        ("The Minister for the Eastern Seas Bo Karlsson condemned the raid.", True),
        ("The minister for the army and Bo Karlsson condemned the raid.", False),
        ("The minister for the friends of Commander Karlsson condemned the raid.", False),
    ],
)
def test_what_an_office_is_for_parts_it_from_no_name(
    both: Annotator, text: str, titled: bool
) -> None:
    reading = next(iter(both.annotate([freeze(Raw(SOURCE, "test", text), load())])))
    referents = extract_all(reading, load()).referents
    (person,) = (one for one in referents if "Karlsson" in one.name)
    assert any("inister" in mention.span.of(text) for mention in person.mentions) == titled
