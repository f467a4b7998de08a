"""Claims: who stands how to whom, and who did what, in the constructions that defeat readers.

Sentences are invented, on names of the public record; what must be read was written before the reader saw them.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.extract._framing.arguments import FINDERS
from allegiance.lexicon.frames import ARGUMENTS
from allegiance.records.bundle import Found
from allegiance.records.claim import Claim

Read = Callable[..., Found]


def told(found: Found, claim: Claim) -> str:
    """A claim in one line: predicate, phase or "event", stance, parties, place, result."""
    names = {referent.id: referent.name for referent in found.referents}
    roles = {role.role: names.get(role.actor or "", "?") for role in claim.roles}
    parties = f"{roles.get('source', '-')} > {roles.get('target', '-')}"
    result = f" = {roles['result']}" if "result" in roles else ""
    return f"{claim.predicate} {claim.phase or 'event'} {claim.stance}: {parties}{result}"


def relations(found: Found) -> set[str]:
    return {told(found, claim) for claim in found.claims if claim.kind == "relation"}


def events(found: Found) -> set[str]:
    return {told(found, claim) for claim in found.claims if claim.kind == "event"}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        # Oaths, branches, and their ends.
        (
            "Boko Haram, led by Abubakar Shekau, pledged allegiance to the Islamic State in 2015.",
            "affiliate begins asserted: Boko Haram > Islamic State",
        ),
        (
            "Hezbollah is not a branch of Hamas, its spokesman said.",
            "affiliate holds denied: Hezbollah > Hamas",
        ),
        (
            "The general command of al-Qaeda said that ISIS was no longer one of its branches.",
            "affiliate ends asserted: Islamic State > Al Qaeda",
        ),
        (
            "The Nusra Front, al-Qaeda's branch in Syria, seized Idlib.",
            "affiliate holds asserted: Al Nusra Front > Al Qaeda",
        ),
        # A rival, an ally: a person, a body, a state.
        (
            "Boko Haram joined forces with the Islamic State's rival, the Taliban.",
            "alliance begins asserted: Boko Haram > Taliban",
        ),
        (
            "Iran, an ally of Hezbollah, fought Hamas.",
            "alliance holds asserted: Iran > Hezbollah",
        ),
        # A list of names that looks like an apposition.
        (
            "In 1990, the NPFL, INPFL, and ULIMO joined forces.",
            "alliance begins asserted: National Patriotic Front of Liberia > Independent National Patriotic Front of Liberia",
        ),
        # Mergers sought, refused, done.
        (
            "Hamas sought to merge with Fatah in May.",
            "merger sought asserted: Hamas > Fatah",
        ),
        (
            "Al Qaeda rejected a merger with the Islamic State.",
            "merger refused asserted: Al Qaeda > Islamic State",
        ),
        (
            "Hamas had wanted to merge with Fatah, but Fatah rejected the merger.",
            "merger refused asserted: Fatah > Hamas",
        ),
        (
            "MUJAO and the MNLA merged into a new body, Ansar Dine.",
            "merger begins asserted: Movement for Oneness and Jihad in West Africa > "
            "National Movement for the Liberation of Azawad = Ansar Dine",
        ),
        (
            "Hamas and Fatah were to have merged on 1 October.",
            "merger begins planned: Hamas > Fatah",
        ),
        # Who means to fight another is against him already.
        ("Hamas is determined to defeat Fatah.", "rivalry holds asserted: Hamas > Fatah"),
        ("Hamas is bent on destroying Fatah.", "rivalry holds asserted: Hamas > Fatah"),
        ("Hamas tried to oust Fatah.", "rivalry holds asserted: Hamas > Fatah"),
        # Splits and new names.
        (
            "The Taliban split from Al Qaeda in 2009.",
            "split begins asserted: Taliban > Al Qaeda",
        ),
        (
            "Jabhat Fatah al-Sham, formerly known as the Nusra Front, attacked Hama.",
            "succession begins asserted: Jabhat Fatah al-Sham > Al Nusra Front",
        ),
        (
            "Karim Dost left Fatah in 2006 and founded the Reed Front.",
            "split begins asserted: Reed Front > Fatah",
        ),
        (
            "A breakaway wing of Hamas under Peter Lindberg attacked Gaza.",
            "split begins asserted: breakaway wing > Hamas",
        ),
        (
            "A breakaway wing of Hamas under Peter Lindberg attacked Gaza.",
            "leadership holds asserted: Peter Lindberg > breakaway wing",
        ),
        # Alliances: verbs, nouns, adjectives, ends.
        (
            "Hamas and Hezbollah are allies.",
            "alliance holds asserted: Hamas > Hezbollah",
        ),
        (
            "Hamas joined forces with Hezbollah in March.",
            "alliance begins asserted: Hamas > Hezbollah",
        ),
        (
            "The two groups denied it. Hamas is no longer allied with Hezbollah.",
            "alliance ends asserted: Hamas > Hezbollah",
        ),
        (
            "Three powerful rebel alliances teamed up against ISIS.",
            "alliance begins asserted: Three powerful rebel alliances > Three powerful rebel alliances",
        ),
        # Rivalries: between, by-phrases, wars, members for their body, what a plural includes.
        (
            "Clashes erupted between Hamas and Fatah on Monday.",
            "rivalry begins asserted: Hamas > Fatah",
        ),
        (
            "The war between Hezbollah and Israel went on.",
            "rivalry holds asserted: Hezbollah > Israel",
        ),
        (
            "Members of Hamas fought members of Fatah in Gaza.",
            "rivalry holds asserted: Hamas > Fatah",
        ),
        (
            "ISIS fought other rebel groups, including the Nusra Front, for months.",
            "rivalry holds asserted: Islamic State > Al Nusra Front",
        ),
        # Support in one word; a charge and a hedge.
        (
            "Iran-backed Houthi rebels fired missiles at Saudi Arabia.",
            "support holds asserted: Iran > Houthis",
        ),
        (
            "Turkey is believed to be backing the Free Syrian Army.",
            "support holds alleged: Turkey > Free Syrian Army",
        ),
        (
            "Turkey denies that it supports the Nusra Front.",
            "support holds denied: Turkey > Al Nusra Front",
        ),
        # Leaders: titles, relative clauses, the government of a person.
        (
            "Al Qaeda chief Ayman al-Zawahiri spoke on Monday.",
            "leadership holds asserted: Ayman al-Zawahiri > Al Qaeda",
        ),
        (
            "Its leader, Abubakar Shekau, announced the end of the war. Boko Haram, which is led by "
            "Abubakar Shekau, agreed.",
            "leadership holds asserted: Abubakar Shekau > Boko Haram",
        ),
        (
            "Hezbollah and Al Shabaab are backed by Iran and Eritrea, respectively.",
            "support holds asserted: Eritrea > Al-Shabaab",
        ),
        # Members, and those who change sides.
        (
            "The Taliban never joined Al Qaeda.",
            "membership holds denied: Taliban > Al Qaeda",
        ),
        (
            "Neither Hamas nor Fatah belongs to the Islamic Front.",
            "membership holds denied: Hamas > Islamic Front",
        ),
        (
            "Ten fighters defected from the Taliban to the Islamic State.",
            "membership ends asserted: Ten fighters > Taliban",
        ),
        # Truces and staying out.
        (
            "Hamas and Fatah signed a ceasefire with Israel.",
            "truce begins asserted: Fatah > Israel",
        ),
        (
            "Hamas has remained neutral in the fighting between ISIS and other rebels.",
            "neutrality holds asserted: Hamas > Islamic State",
        ),
    ],
)
def test_a_relation_is_read_with_direction_phase_and_stance(
    read: Read, sentence: str, relation: str
) -> None:
    assert relation in relations(read(sentence, "2018-06-01"))


@pytest.mark.parametrize(
    "sentence",
    [
        "If Hamas joins Fatah, Israel will leave the talks.",
        "Hamas condemned the attack on the market.",
        "Thousands of demonstrators marched through London to protest the war.",
        "The team faced off against its rivals on Sunday.",
        "Leicester City split the points with Norwich City.",
        "The firm launched a campaign to fight poverty.",
        "The lawmaker resigned and denied the report.",
    ],
)
def test_where_no_relation_is_told_none_is_read(read: Read, sentence: str) -> None:
    assert relations(read(sentence, "2018-06-01")) == set()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        # With whom, and against whom.
        (
            "Hamas has fought with the Lebanese government against the Islamic State since 2014.",
            "alliance holds asserted: Hamas > Government of Lebanon",
        ),
        (
            "Hamas fought with Hezbollah to capture Idlib.",
            "alliance holds asserted: Hamas > Hezbollah",
        ),
        (
            "The Taliban fought along side the Islamic State against Hezbollah.",
            "alliance holds asserted: Taliban > Islamic State",
        ),
        (
            "Hamas acted in concert with Hezbollah.",
            "alliance holds asserted: Hamas > Hezbollah",
        ),
        # Each with each.
        (
            "Hamas and Hezbollah cooperated with Fatah in a series of raids.",
            "alliance begins asserted: Hamas > Hezbollah",
        ),
        (
            "Hamas and Hezbollah attacked one another's camps.",
            "rivalry holds asserted: Hamas > Hezbollah",
        ),
        (
            "Hamas met Hezbollah in Cairo. There was close cooperation between the two.",
            "alliance holds asserted: Hamas > Hezbollah",
        ),
        (
            "Hamas met Hezbollah in Cairo. Tensions between the groups had grown.",
            "rivalry holds asserted: Hamas > Hezbollah",
        ),
        (
            "The raid was a joint effort by Hamas and Hezbollah.",
            "alliance holds asserted: Hamas > Hezbollah",
        ),
        (
            "Hamas received money from Hezbollah.",
            "support holds asserted: Hezbollah > Hamas",
        ),
        (
            "Hezbollah sold weapons to Hamas.",
            "support holds asserted: Hezbollah > Hamas",
        ),
        # At odds: by deeds that only a noun names, by words, by towns that are taken.
        (
            "Hamas carried out an attack on the Islamic State.",
            "rivalry holds asserted: Hamas > Islamic State",
        ),
        (
            "Hamas condemned the Islamic State in a video.",
            "rivalry holds asserted: Hamas > Islamic State",
        ),
        (
            "Hamas has been very active against the Islamic State.",
            "rivalry holds asserted: Hamas > Islamic State",
        ),
        (
            "Hamas took up arms against the Islamic State.",
            "rivalry holds asserted: Hamas > Islamic State",
        ),
        # Affiliates, and who left whom to found what.
        (
            "Al-Qaeda announced the creation of its new affiliate group, Boko Haram.",
            "affiliate holds asserted: Boko Haram > Al Qaeda",
        ),
        (
            "Hamas and Hezbollah are affiliates.",
            "affiliate holds asserted: Hamas > Hezbollah",
        ),
        (
            "A faction of Hamas formed the Al-Nusra Front in 2012.",
            "split begins asserted: Al Nusra Front > Hamas",
        ),
        (
            "Ali Karim broke away from Hamas to found the Al-Nusra Front.",
            "split begins asserted: Al Nusra Front > Hamas",
        ),
        (
            "Hamas and Hezbollah signed a ceasefire agreement.",
            "truce begins asserted: Hamas > Hezbollah",
        ),
    ],
)
def test_profiles_of_groups_tell_how_two_of_them_stand(
    read: Read, text: str, relation: str
) -> None:
    assert relation in relations(read(text, "2018-06-01"))


@pytest.mark.parametrize(
    "sentence",
    [
        "There has been no attack by Hamas on Hezbollah.",
        "Amnesty International condemned Hamas.",
        "Norway has sent food to Sudan.",
    ],
)
def test_neither_denials_nor_states_and_critics_make_groups_rivals_or_allies(
    read: Read, sentence: str
) -> None:
    predicates = {claim.predicate for claim in read(sentence).claims if claim.kind == "relation"}
    assert predicates.isdisjoint({"alliance", "rivalry"})


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Al Shabaab kidnapped the minister.", "assault event asserted: Al-Shabaab > minister"),
        (
            "The minister was kidnapped by Al Shabaab.",
            "assault event asserted: Al-Shabaab > minister",
        ),
        ("Israel threatened to attack Iran.", "threaten event asserted: Israel > Iran"),
        ("Israel will meet Iran in Oslo.", "agree event asserted: Israel > Iran"),
        ("Israel will not release prisoners.", "reject event asserted: Israel > prisoners"),
        ("Iran refused to meet Israel.", "reject event asserted: Iran > Israel"),
        ("Turkey has withdrawn its troops from Libya.", "retreat event asserted: Turkey > ?"),
        ("Hamas accused Fatah of treason.", "accuse event asserted: Hamas > Fatah"),
        ("Hamas set fire to a church.", "assault event asserted: Hamas > church"),
    ],
)
def test_an_event_has_its_doer_and_its_sufferer(read: Read, sentence: str, event: str) -> None:
    assert event in events(read(sentence, "2018-06-01"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Hamas did not attack the town.",
        "The police foiled an attack by Hamas.",
        "Hamas has never kidnapped a minister.",
    ],
)
def test_what_did_not_happen_is_no_event(read: Read, sentence: str) -> None:
    assert not {one for one in events(read(sentence, "2018-06-01")) if "assault" in one}


def test_a_place_that_changes_hands_is_lost_and_won(read: Read) -> None:
    found = read("The army recaptured Raqqa from the Islamic State on Monday.", "2018-06-04")
    control = {
        (claim.phase, told(found, claim)) for claim in found.claims if claim.predicate == "control"
    }
    assert {phase for phase, _ in control} == {"begins", "ends"}


def test_who_is_expelled_from_a_body_is_not_attacked(read: Read) -> None:
    found = read("Hamas expelled Fatah from the council in May.", "2018-06-04")
    assert not {claim.predicate for claim in found.claims} & {"assault", "rivalry"}
    assert "membership ends asserted: Fatah > Hamas" in relations(read("Hamas expelled Fatah."))


@pytest.mark.parametrize("broken", ["broke the truce", "broke off contacts"])
def test_whatever_else_is_broken_is_no_split(read: Read, broken: str) -> None:
    found = read(f"Hamas {broken} with Fatah.", "2018-06-04")
    assert "split" not in {claim.predicate for claim in found.claims}


def test_who_did_not_sign_is_no_party(read: Read) -> None:
    found = read("The truce was signed by Israel and Hamas, but not by Fatah.", "2018-06-04")
    assert relations(found) == {"truce begins asserted: Israel > Hamas"}


def test_a_state_that_gives_is_an_actor(read: Read) -> None:
    given = "support holds asserted: Iran > Hamas"
    assert given in relations(read("Hamas receives weapons from Iran."))
    assert given not in relations(read("Hamas received pilgrims from Iran."))


@pytest.mark.parametrize("said", ["agreed to a truce", "signed a truce"])
def test_they_are_the_two_that_were_named(read: Read, said: str) -> None:
    found = read(f"Hamas and Fatah have fought since 2013. They {said} in May.", "2018-06-04")
    assert "truce begins asserted: Hamas > Fatah" in relations(found)


def test_who_takes_command_of_a_body_leads_it_and_does_not_obey_it(read: Read) -> None:
    found = read("Peter Lindberg took command of Hamas.")
    assert relations(found) == {"leadership begins asserted: Peter Lindberg > Hamas"}


def test_a_pact_not_to_fight_is_no_alliance(read: Read) -> None:
    found = read("Hamas and Fatah signed a non-aggression pact in May.", "2018-06-04")
    assert "alliance" not in {claim.predicate for claim in found.claims}


def test_who_joins_a_person_at_a_feast_is_no_member(read: Read) -> None:
    assert not relations(read("The minister joined the mayor at the opening of the bridge."))


def test_what_came_before_a_promise_is_not_done_by_who_promises(read: Read) -> None:
    found = read("Hamas pledged support for Fatah after the death of Ann Lindberg.", "2018-06-04")
    assert "assault event asserted: Hamas > Ann Lindberg" not in events(found)


def test_what_one_hands_over_the_other_holds(read: Read) -> None:
    found = read("Hamas handed over the town of Azaz to the army.", "2018-06-04")
    control = {told(found, claim) for claim in found.claims if claim.predicate == "control"}
    assert control == {"control ends asserted: Hamas > -", "control begins asserted: army > -"}


@pytest.mark.parametrize(
    "born", ["was formed by the merger", "was born of a merger", "emerged from the merger"]
)
def test_what_comes_of_a_merger_is_its_result(read: Read, born: str) -> None:
    found = read(f"Ansar Dine {born} of Hamas and Fatah.")
    assert relations(found) == {"merger begins asserted: Hamas > Fatah = Ansar Dine"}


def test_who_goes_over_is_no_member_any_more(read: Read) -> None:
    assert relations(read("A commander of Hamas defected to Fatah.")) == {
        "membership begins asserted: commander > Fatah",
        "membership ends asserted: commander > Hamas",
    }


def test_who_forms_an_alliance_leads_none(read: Read) -> None:
    found = read("Hamas formed an alliance with Fatah.")
    assert relations(found) == {"alliance begins asserted: Hamas > Fatah"}


def test_who_surrenders_somewhere_gives_up_no_town(read: Read) -> None:
    found = read("Hundreds of Hamas fighters surrendered to troops in Raqqa.", "2018-06-04")
    assert "control" not in {claim.predicate for claim in found.claims}


def test_a_capital_is_held_by_its_name(read: Read) -> None:
    text = "Hamas controls the capital, Raqqa."
    (claim,) = (one for one in read(text).claims if one.predicate == "control")
    place = claim.role("place")
    assert place is not None
    assert place.span.of(text) == "Raqqa"


def test_what_is_to_be_avenged_was_done(read: Read) -> None:
    found = read("Fatah swore to avenge the killing of a mayor by Hamas.", "2018-06-04")
    assert "assault event asserted: Hamas > mayor" in events(found)


def test_troops_that_take_a_town_from_others_are_none_of_theirs(read: Read) -> None:
    found = read("Government troops recaptured Raqqa from Hamas.", "2018-06-04")
    assert "membership" not in {claim.predicate for claim in found.claims}


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        (
            "The Islamic State of Iraq and the Levant changed its name to the Islamic State in 2014.",
            "Islamic State",
            "Islamic State of Iraq and the Levant",
        ),
        (
            "The Nagorno-Karabakh Republic was renamed the Republic of Artsakh in 2017.",
            "Republic of Artsakh",
            "Nagorno-Karabakh Republic",
        ),
        (
            "The Gray Column, formerly known as the Red Column, attacked the Taliban.",
            "Gray Column",
            "Red Column",
        ),
        (
            "The Red Column, now known as the Gray Column, attacked the Taliban.",
            "Gray Column",
            "Red Column",
        ),
        ("The Gray Column, formerly the Red Column, attacked Hamas.", "Gray Column", "Red Column"),
    ],
)
def test_a_new_name_of_one_actor_is_told_with_the_old(
    read: Read, text: str, new: str, old: str
) -> None:
    found = read(text)
    [claim] = [one for one in found.claims if one.predicate == "succession"]
    words = {role.role: text[role.span.start : role.span.end] for role in claim.roles}
    assert words == {"source": new, "target": old}
    assert claim.roles[0].actor == claim.roles[1].actor


def test_two_groups_are_those_named_before(read: Read) -> None:
    found = read("Hamas met Fatah in Cairo. The two groups clashed in May.", "2018-06-01")
    assert "rivalry holds asserted: Hamas > Fatah" in relations(found)


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("Within a year the two organisations were killing each other.", "rivalry holds asserted: Hamas > Fatah"),
        ("The two have been killing each other's men ever since.", "rivalry holds asserted: Hamas > Fatah"),
        ("Both belong to the Cairo Alliance.", "membership holds asserted: Fatah > Cairo Alliance"),
        ("Both belong to the Cairo Alliance.", "membership holds asserted: Hamas > Cairo Alliance"),
    ],
)  # fmt: skip
def test_the_two_are_those_of_the_sentence_before(read: Read, said: str, relation: str) -> None:
    assert relation in relations(read(f"The Taliban fled. Hamas met Fatah in Cairo. {said}"))


def test_two_who_are_named_by_what_they_did_are_nobody_named_before(read: Read) -> None:
    found = read("Hamas met Fatah. Sudan backs the two groups that fled, and not the Taliban.")
    assert "support holds asserted: Sudan > Hamas" not in relations(found)


def test_an_attack_between_armed_bodies_is_a_rivalry_as_well(read: Read) -> None:
    found = read("Hamas attacked the Islamic State on Monday.", "2018-06-04")
    assert "rivalry holds asserted: Hamas > Islamic State" in relations(found)
    assert "rivalry" not in {claim.predicate for claim in read("Hamas attacked a shop.").claims}


def test_force_between_armed_bodies_without_a_name_is_a_rivalry_as_well(read: Read) -> None:
    found = read("Government forces attacked Islamist insurgents.", "2018-06-04")
    assert "rivalry holds asserted: Government forces > Islamist insurgents" in relations(found)
    found = read("The police attacked protesters.", "2018-06-04")
    assert not relations(found)


def test_what_two_frames_read_in_a_sentence_is_told_once(read: Read) -> None:
    found = read("The offensive of Hamas against Fatah has stalled.", "2018-06-04")
    assert [one.predicate for one in found.claims if one.kind == "relation"] == ["rivalry"]


def test_a_plural_holds_those_named_behind_a_comma(read: Read) -> None:
    found = read("The Hill Brigade fights leftist guerrillas, including the Reed Front.")
    assert "rivalry holds asserted: Hill Brigade > Reed Front" in relations(found)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Two groups are fighting Israel: Hamas and Fatah.", "rivalry holds asserted: Fatah > Israel"),
        ("Israel is fighting two groups: Hamas and Fatah.", "rivalry holds asserted: Israel > Fatah"),
    ],
)  # fmt: skip
def test_a_counted_plural_holds_those_listed_behind_a_colon(
    read: Read, text: str, relation: str
) -> None:
    assert relation in relations(read(text))


def test_whose_forces_stand_beside_others_does_not_lead_those(read: Read) -> None:
    found = read("The war between President Bashar al-Assad's forces and the rebels goes on.")
    assert "leadership holds asserted: Bashar al-Assad > rebels" not in relations(found)


@pytest.mark.parametrize(
    "said", ["Mahmoud Abbas's Fatah attacked Israel.", "The Fatah of Mahmoud Abbas met."]
)
def test_whose_body_it_is_leads_it(read: Read, said: str) -> None:
    assert "leadership holds asserted: Mahmoud Abbas > Fatah" in relations(read(said))


def test_whose_part_a_body_is_does_not_lead_it(read: Read) -> None:
    found = read("Israel's Likud attacked Fatah.", "2018-06-04")
    assert "leadership" not in {claim.predicate for claim in found.claims}


@pytest.mark.parametrize(
    "said",
    [
        "has stayed out of the war",
        "kept its fighters out of the war",
        "sat out the war",
        "takes no part in the war",
        "remained on the sidelines of the war",
        "is neutral in the war",
    ],
)
def test_who_keeps_out_of_a_fight_is_neutral_in_it(read: Read, said: str) -> None:
    text = f"Hamas {said}."
    [neutral] = [claim for claim in read(text).claims if claim.predicate == "neutrality"]
    assert [role.span.of(text) for role in neutral.roles] == ["Hamas", "the war"]


def test_who_has_no_part_in_an_attack_is_not_neutral(read: Read) -> None:
    found = read("Hamas had no role in the attack.", "2018-06-04")
    assert "neutrality" not in {claim.predicate for claim in found.claims}


@pytest.mark.parametrize(
    "said", ["closed ranks with Fatah", "patrols the border jointly with Fatah"]
)
def test_who_acts_with_another_is_its_ally(read: Read, said: str) -> None:
    found = relations(read(f"Hamas {said}."))
    assert {one.split()[0] for one in found} == {"alliance"}


def test_who_is_brought_together_is_a_member(read: Read) -> None:
    found = relations(read("The Hill Alliance brings together Hamas and Fatah."))
    assert "membership holds asserted: Hamas > Hill Alliance" in found


def test_who_delivers_arms_supports(read: Read) -> None:
    found = read("Israel seized weapons delivered from Iran to Hamas.", "2018-06-04")
    assert "support holds asserted: Iran > Hamas" in relations(found)


def test_a_claim_hangs_on_the_innermost_statement(read: Read) -> None:
    found = read('"Hamas has joined Fatah," Israel said on Monday.', "2018-06-04")
    claim = next(claim for claim in found.claims if claim.predicate == "membership")
    speakers = {one.id: one.speaker for one in found.statements}
    names = {referent.id: referent.name for referent in found.referents}
    assert names[speakers[claim.statement or ""] or ""] == "Israel"


def test_the_toll_of_a_clause_goes_with_its_event(read: Read) -> None:
    found = read("Hamas killed at least 12 soldiers in Gaza and wounded 30.", "2018-06-01")
    killing = next(claim for claim in found.claims if claim.evidence[0].rule.endswith(".kill"))
    assert {(toll.kind, toll.low, toll.high) for toll in killing.toll} >= {("killed", 12, None)}


def test_who_simply_leads_did_not_begin_to_on_the_day_he_spoke(read: Read) -> None:
    found = read("The head of Hamas, Yahya Sinwar, spoke on Monday.", "2018-06-06")
    leads = next(claim for claim in found.claims if claim.predicate == "leadership")
    assert leads.when is None


def test_evidence_holds_the_words_of_every_role(read: Read) -> None:
    found = read("Hamas joined forces with Hezbollah in March.", "2018-06-01")
    for claim in found.claims:
        assert all(claim.evidence[0].span.holds(role.span) for role in claim.roles)


def test_a_local_commander_does_not_bind_his_group(read: Read) -> None:
    sentence = "The town fell after the {} of the Nusra Front had sworn allegiance to ISIS."
    assert "affiliate begins asserted: Al Nusra Front > Islamic State" in relations(
        read(sentence.format("leader"), "2018-06-01")
    )
    assert "affiliate begins asserted: Al Nusra Front > Islamic State" not in relations(
        read(sentence.format("local commander"), "2018-06-01")
    )


def test_candidates_and_companies_are_no_rivals_of_the_map(read: Read) -> None:
    found = read("Smith defeated Jones in the primary. Acme Corp. merged with Bolt Inc. in May.")
    assert not {claim.predicate for claim in found.claims} & {"rivalry", "merger"}


def test_respectively_pairs_the_first_with_the_first(read: Read) -> None:
    found = read("Hezbollah and Al Shabaab are backed by Iran and Eritrea, respectively.")
    assert "support holds asserted: Iran > Al-Shabaab" not in relations(found)


def test_every_argument_that_a_frame_may_name_is_found() -> None:
    # What a title leaves out is met by `pairing`, and stands at no word.
    assert {slot for _, slot in FINDERS} | {"office"} == ARGUMENTS


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Three soldiers were killed in an air strike on Monday.", "ASSAULT/aerial"),
        ("A car bomb killed three soldiers on Monday.", "ASSAULT/explosives"),
        ("Gunmen killed three soldiers on Monday.", "ASSAULT"),
    ],
)
def test_the_means_are_told_beside_the_verb(read: Read, sentence: str, mode: str) -> None:
    killing = [c for c in read(sentence).claims if c.evidence[0].rule.endswith(".kill")]
    assert {claim.codes.plover for claim in killing if claim.codes} == {mode}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        # The means are told in another sentence, or beside the noun.
        ("A bomb exploded in Gaza. Four people were killed.", "ASSAULT/explosives"),
        ("Four people were killed in Gaza. A bomb exploded near a bank.", "ASSAULT/explosives"),
        (
            "A bomb went off. It rained. The mayor left. Two men were killed in the attack.",
            "ASSAULT/explosives",
        ),
        ("Hamas carried out a bomb attack on the bank.", "ASSAULT/explosives"),
        ("Hamas claimed responsibility for the kidnapping of the mayor.", "ASSAULT/abduct"),
        ("A dynamite charge destroyed the bank.", "ASSAULT/explosives"),
        # Another doer, another day, or a nearer deed.
        ("A bomb exploded in Gaza. Police killed two rioters in Haifa.", "ASSAULT"),
        ("A bomb exploded on 2 May. On 9 May a mayor was killed.", "ASSAULT"),
        ("A bomb exploded. Gunmen shot at a bus. Two people were killed.", "ASSAULT/firearms"),
        # Who bombs from where.
        ("The Syrian army bombed the town.", "ASSAULT/aerial"),
        ("Helicopters bombed the town.", "ASSAULT/aerial"),
        ("Hamas bombed the town.", "ASSAULT/explosives"),
        ("The rebels destroyed the bridge.", "ASSAULT"),
    ],
)
def test_the_means_of_an_incident_are_its_harms_too(read: Read, text: str, mode: str) -> None:
    found = read(text, "2018-06-01")
    last = [claim for claim in found.claims if claim.predicate == "assault"][-1]
    assert last.codes is not None
    assert last.codes.plover == mode


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "The mayor blamed Hamas for an attack on the bank.",
            "assault event alleged: Hamas > bank",
        ),
        (
            "The murder of Bo Karlsson was attributed to Hamas.",
            "assault event alleged: Hamas > Bo Karlsson",
        ),
        (
            "Fatah held Hamas responsible for the killing of Bo Karlsson.",
            "assault event asserted: Hamas > Bo Karlsson",
        ),
        (
            "Hamas claimed responsibility for the murder of Bo Karlsson.",
            "assault event asserted: Hamas > Bo Karlsson",
        ),
        (
            "Three officers involved in the killing of Bo Karlsson were named.",
            "assault event asserted: Three officers > Bo Karlsson",
        ),
        (
            "Suspected members of Hamas kidnapped Bo Karlsson.",
            "assault event asserted: Hamas > Bo Karlsson",
        ),
        ("A column of Hezbollah attacked Fatah.", "assault event asserted: Hezbollah > Fatah"),
    ],
)
def test_who_answers_for_a_deed_did_it(read: Read, sentence: str, event: str) -> None:
    assert event in events(read(sentence, "2018-06-01"))


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Bo Karlsson's murder shocked the city.", "Bo Karlsson"),
        ("The kidnapping of Bo Karlsson was condemned.", "Bo Karlsson"),
        ("The attack claimed the lives of 100 people.", "100 people"),
        ("The blast left four children injured.", "four children"),
    ],
)
def test_who_suffered_is_told_in_many_ways(read: Read, sentence: str, target: str) -> None:
    claims = [c for c in read(sentence).claims if c.predicate == "assault"]
    told = {role.span.of(sentence) for claim in claims for role in claim.roles}
    assert target in told


def test_nobody_is_no_target(read: Read) -> None:
    assert not read("Luckily, no one was killed or wounded in this attack.").claims


def test_looting_is_no_arson(read: Read) -> None:
    found = read("Hamas looted the offices of the bank.")
    assert {claim.codes.plover for claim in found.claims if claim.codes} == {"ASSAULT"}


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        # Where it was done is a place, not somebody to whom it was done.
        ("A bomb exploded in downtown Aleppo.", {"place"}),
        ("A bomb exploded in a suburb of Aleppo.", {"place"}),
        ("Hamas resumed its attacks in Aleppo.", {"source", "place"}),
        ("A bomb exploded in a bank in Aleppo.", {"target"}),
        ("The rebels shelled Aleppo.", {"source", "target"}),
        ("A bomb exploded in a part of the city.", {"place"}),
        ("Hamas carried out an attack on the bank.", {"source", "target"}),
    ],
)
def test_a_place_suffers_what_is_aimed_at_it(read: Read, sentence: str, roles: set[str]) -> None:
    claims = [c for c in read(sentence).claims if c.predicate == "assault" and c.kind == "event"]
    assert {role.role for claim in claims for role in claim.roles} == roles


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The mayor of Gaza was shot in Haifa.", "Haifa"),
        ("The mayor of Gaza was shot.", None),
        ("Hamas killed two soldiers 80 km north of Gaza.", None),
        ("Hamas killed two soldiers near Haifa, 80 km north of Gaza.", "Haifa"),
        ("Police sources in Haifa said that Hamas killed two soldiers in Gaza.", "Gaza"),
        ("Police sources in Haifa said that Hamas killed two soldiers.", None),
        ("It was reported in Haifa that Hamas killed two soldiers.", None),
        ("Two soldiers were killed. The attack took place in Gaza.", "Gaza"),
        ("Hamas killed two soldiers. It rained. The incident occurred near Gaza.", "Gaza"),
        ("Two soldiers were killed. The attack did not take place in Gaza.", None),
        ("Two soldiers were killed. The talks took place in Gaza.", None),
    ],
)
def test_a_deed_is_where_the_text_puts_it(read: Read, text: str, where: str | None) -> None:
    deed = next(claim for claim in read(text).claims if claim.predicate == "assault")
    assert (deed.where.span.of(text) if deed.where else None) == where


def test_a_police_raid_is_no_assault(read: Read) -> None:
    predicates = {
        claim.predicate for claim in read("Police raided the house of Bo Karlsson.").claims
    }
    assert "coerce" in predicates
    assert "assault" not in predicates


def test_human_shields_are_taken_by_force(read: Read) -> None:
    told_events = events(read("Hamas used villagers as human shields."))
    assert "assault event asserted: Hamas > villagers" in told_events


def test_what_the_two_groups_hold_each_of_them_holds(read: Read) -> None:
    found = read(
        "The Hill Brigade and the Reed Front fled. The two groups had held Bambari since May. "
        "Norway backs both factions."
    )
    names = {one.id: one.name for one in found.referents}
    told = {
        (claim.predicate, *(names[role.actor] for role in claim.roles if role.actor))
        for claim in found.claims
        if claim.kind == "relation"
    }
    assert told == {
        ("control", "Hill Brigade"),
        ("control", "Reed Front"),
        ("support", "Norway", "Hill Brigade"),
        ("support", "Norway", "Reed Front"),
    }


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "Hamas has agreed to extend its mission.",
            "agree event asserted: Hamas > -",
        ),
        (
            "Hamas said it had launched airstrikes against a camp.",
            "assault event asserted: Hamas > ?",
        ),
        (
            "Israel remained on alert in Gaza.",
            "mobilize event asserted: Israel > ?",
        ),
        (
            "Norway and Sweden signed a treaty in May.",
            "support event asserted: Norway > Sweden",
        ),
        (
            "Norway welcomed Sweden's decision.",
            "support event asserted: Norway > Sweden",
        ),
        (
            "Thousands of Norwegians sought refuge in Sweden.",
            "request event asserted: Norwegians > ?",
        ),
        (
            "Norway closed its border with Sweden.",
            "coerce event asserted: Norway > Sweden",
        ),
        (
            "Norway has ordered an inquiry into the army of Sweden.",
            "accuse event asserted: Norway > Swedish Armed Forces",
        ),
    ],
)
def test_deeds_are_told_in_many_words(read: Read, sentence: str, event: str) -> None:
    assert event in events(read(sentence, "2018-06-04"))
