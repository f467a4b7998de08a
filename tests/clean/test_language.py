"""Other languages are refused; English is not, however many foreign names are in it."""

from __future__ import annotations

import pytest

from allegiance.clean.language import other_language
from allegiance.lexicon.lexicon import load

SPELLING = load().spelling


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Aleppo.",
        "Hamas, Fatah, Hezbollah",
        "Jabhat al-Nusra wa Ahrar al-Sham",
        "The rebels took the town.",
        "THE SALVADORAN GOVERNMENT AFFIRMED TODAY THAT MANY OF THE REFUGEES ARE LINKED TO THE GUERRILLAS.",
        "Jabhat Fatah al-Sham, Ahrar al-Sham and Jaysh al-Islam met Harakat Nour al-Din al-Zenki near Khan Shaykhun and Ma'arrat al-Numan.",
        "Leaders: Abu Muhammad al-Julani; Iyad ag Ghaly; Mokhtar Belmokhtar; Abdelmalek Droukdel; Amadou Koufa; Yahya Abu al-Hammam.",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
    ],
)  # fmt: skip
def test_english_and_mere_names_pass(text: str) -> None:
    assert other_language(text, SPELLING) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les rebelles ont pris la ville lundi, a déclaré un porte-parole du gouvernement, qui dément toute négociation.", "fr"),
        ("Los rebeldes tomaron la ciudad el lunes, dijo un portavoz del gobierno, que negó cualquier negociación.", "es"),
        ("LOS REBELDES TOMARON LA CIUDAD EL LUNES, DIJO UN PORTAVOZ DEL GOBIERNO, QUE NEGO CUALQUIER NEGOCIACION.", "es"),
        ("Die Rebellen haben am Montag die Stadt eingenommen, sagte ein Sprecher der Regierung in der Hauptstadt.", "de"),
        ("Повстанцы захватили город в понедельник, сообщил представитель правительства.", "ru"),
        ("سيطر المتمردون على المدينة يوم الاثنين، وفق ما أعلن متحدث باسم الحكومة.", "ar"),
        ("Göstericiler pazartesi günü şehri ele geçirdi, dedi hükümet sözcüsü, görüşmeleri yalanladı ve ordunun geldiğini söyledi.", "tr"),
    ],
)  # fmt: skip
def test_other_languages_are_told(text: str, language: str) -> None:
    assert other_language(text, SPELLING) == language
