"""How many were killed and injured."""

from collections.abc import Callable

import pytest

from core.model import Mention

One = Callable[..., Mention]


@pytest.mark.parametrize(
    ("text", "trigger", "killed", "injured"),
    [
        ("An air strike on the camp killed 1,200 people.", "air strike", 1200, None),
        ("At least 14 soldiers were killed in an attack on the base.", "attack", 14, None),
        ("The missile attack left four people dead and 120 wounded.", "attack", 4, 120),
        ("The attack killed two soldiers and a child.", "attack", 3, None),
        ("Militiamen fought rebels in the port, leaving 27 dead.", "fought", 27, None),
        ("The massacre of 26 villagers by rebels shocked Mali.", "massacre", 26, None),
        ("An air strike killed the rebels' number two, Omar Sadiq.", "air strike", 1, None),
        ("Chad lost 18 soldiers and four aircraft in the war.", "lost", 18, None),
        ("Four of the gunmen were lynched by the crowd.", "lynched", 4, None),
        ("A number of soldiers were killed in the rocket attack.", "attack", None, None),
        ("Rebels shot down an army helicopter, killing two pilots.", "shot down", 2, None),
        ("Rockets hit the market, injuring and burning nine civilians.", "hit", None, 9),
        ("Three people were killed and 15 others injured in the shelling.", "shelling", 3, 15),
        ("The girl's father was killed in the missile strike.", "strike", 1, None),
        ("A missile strike on the village killed dozens.", "strike", None, None),
        ("A missile strike killed two dozen people and wounded a hundred.", "strike", 24, 100),
        ("The raid left seven soldiers dead and 30 wounded.", "raid", 7, 30),
        ("The death toll from the air strike rose to 53 on Friday.", "air strike", 53, None),
        ("An air strike killed Farid Kamal in his car.", "air strike", 1, None),
        ("Nobody was killed in the rocket attack.", "attack", 0, None),
        ("Jets bombed a radar site, two days after a mortar shell killed 37 people.", "bombed", None, None),
        ("Six soldiers died when a missile fell, and shells hit a school, wounding nine.", "hit", None, 9),
        (
            "Taliban officials said 58 soldiers were killed in the attack and that nine rebels died.",
            "attack",
            58,
            None,
        ),
        (
            "NATO jets bombed a column of refugees near Pec, an attack in which 75 people died.",
            "bombed",
            75,
            None,
        ),
        ("A raid on the rebels' camp left seven dead and 30 wounded.", "raid", 7, 30),
        ("Two soldiers died in a roadside bomb blast.", "blast", 2, None),
        ("The air strike left at least a dozen dead.", "strike", 12, None),
        ("Half a dozen fighters were killed in the air strike.", "strike", 6, None),
        ("An air strike wounded two dozen shoppers.", "strike", None, 24),
        ("Several hundred people were killed in the air strike.", "strike", None, None),
        ("As many as 40 soldiers were killed in the rocket attack.", "attack", 40, None),
        ("The air strike killed two Britons and an American.", "strike", 3, None),
        ("Gunmen killed a mayor, his wife and their driver near Herat.", "killed", 3, None),
        ("The rocket attack claimed the lives of 14 villagers.", "attack", 14, None),
        ("The rocket attack cost 21 lives.", "attack", 21, None),
        ("Eleven died, including a child, when an army rocket hit a school in Homs.", "hit", 11, None),
        ("Rebels attacked a hotel, and the death toll had risen to 41.", "attacked", 41, None),
        ("Rebels attacked a hotel, bringing the week's death toll to 41.", "attacked", 41, None),
        ("Three attackers were gunned down by soldiers.", "gunned down", 3, None),
        ("Soldiers shot down three drones over the port.", "shot down", None, None),
        ("A fourth died in the missile attack.", "attack", 1, None),
        ("A suicide bomber killed himself and four others in Kabul.", "killed", 4, None),
        ("The rebels stabbed two aid workers to death near Gao.", "stabbed", 2, None),
        ("An army helicopter was shot down with the loss of six soldiers.", "shot down", 6, None),
        ("Five people, among them three soldiers, died when rebels blew up a car.", "blew up", 5, None),
        ("The army shelled a camp on Monday; there were no casualties.", "shelled", 0, 0),
        ("Drones hit an oil tank near the port; nobody was killed.", "hit", 0, None),
        (
            "Two days earlier Russian gunships fired on a rebel convoy, and ten people died.",
            "fired on",
            10,
            None,
        ),
        ("Rebels fired on a bus and killed nine passengers.", "fired", 9, None),
        (
            "The army's helicopter was shot down on Sunday and its pilot was killed.",
            "shot down",
            1,
            None,
        ),
        (
            "A Russian rocket hit a bakery in Kharkiv; the bodies of five people were pulled out.",
            "hit",
            5,
            None,
        ),
        ("Russian gunships rocketed a market; doctors counted 17 bodies.", "rocketed", 17, None),
        (
            "A 12-year-old girl and her mother were killed when a Russian drone struck their car.",
            "struck",
            2,
            None,
        ),
        ("The army lost more than 100 men when militants overran the base.", "overran", 100, None),
        (
            "Two people died and 11 were injured, doctors said, after Russian shells hit a clinic.",
            "hit",
            2,
            11,
        ),
        ("Nine were killed when a missile fired by rebels hit a bus.", "fired", 9, None),
        ("No casualties were reported after a rocket hit a school.", "hit", 0, 0),
        ("Some 30 people were killed last week when jets carried out strikes.", "strikes", 30, None),
        ("Six people were killed a week after rebels attacked the town.", "attacked", None, None),
        ("The army says 26 civilians have died since rebels shelled the port.", "shelled", None, None),
        ("Rebels fired on a convoy, and a rocket attack on Gao killed 19.", "fired", None, None),
        ("Two of the hurt died, bringing the toll from Friday's shelling to seven.", "shelling", 7, None),
        ("The number of people killed in the air strike has climbed to 54.", "air strike", 54, None),
        ("An air strike flattened a house, killing a family of five.", "air strike", 5, None),
        ("Thirteen Marines were killed in a firefight near the bridge.", "firefight", 13, None),
        ("Soldiers shot dead the movement's founder, Velupillai Rajan, in a swamp.", "shot dead", 1, None),
        (
            "Three priests were shot dead, and nuns said that 100 refugees were massacred by the army.",
            "massacred",
            100,
            None,
        ),
        ("Rebels fled, but an air strike on a clinic killed only a guard.", "air strike", 1, None),
        ("Azeri shelling of Martuni killed no one on Saturday.", "shelling", 0, None),
        ("The death toll of Saturday's rocket attack has reached 33.", "attack", 33, None),
        ("The army put rebel losses at 80 after the battle for Gao.", "battle", 80, None),
        ("An air strike killed a beekeeper and his two sons.", "air strike", 3, None),
        ("An air strike killed a Kenyan soldier and his interpreter.", "air strike", 2, None),
        ("An air strike killed a couple in their car.", "air strike", 2, None),
        ("The army, whose campaign has cost 900 lives, bombed Gao on Sunday.", "bombed", None, None),
        ("An air strike killed a number of rebels.", "air strike", None, None),
        ("Shelling by army units claimed 11 lives on Saturday.", "Shelling", 11, None),
        ("Rebels fired on a Kenyan convoy, and nobody was hurt.", "fired", 0, 0),
        ("Rebels captured Bara, and five medics were executed there two days later.", "captured", None, None),
        ("The army attacked 40 villages.", "attacked", None, None),
        ("Hamas was hit and Israel was hurt in the war.", "hit", None, None),
    ],
)
def test_the_dead_and_the_injured_are_counted(
    mention: One, text: str, trigger: str, killed: int | None, injured: int | None
) -> None:
    found = mention(text, trigger)
    assert (found.killed, found.injured) == (killed, injured)


@pytest.mark.parametrize(
    ("following", "killed", "injured"),
    [
        ("Officials put the dead at nine.", 9, None),
        ("At least 20 guests were feared dead.", 20, None),
        ("The toll stood at 14 by nightfall.", 14, None),
        ("Seven guests died, the manager said.", 7, None),
        ("Three people were killed and 12 wounded.", 3, 12),
        ("There were no casualties.", 0, 0),
        ("Four children were among the 12 dead.", 12, None),
        ("Two civilians died in the Armenian town of Kapan.", None, None),
        ("Nine people were killed in an ambush.", None, None),
        ("The army has killed 40 rebels.", None, None),
        ("Some 900 people have died since the war began.", None, None),
        ("Rebels shelled a bridge. Nine people died.", None, None),
    ],
)
def test_the_next_sentence_may_tell_the_dead(
    mention: One, following: str, killed: int | None, injured: int | None
) -> None:
    found = mention(f"Russian missiles slammed into a hotel before dawn. {following}", "slammed")
    assert (found.killed, found.injured) == (killed, injured)


def test_the_next_paragraph_and_an_attack_not_made_have_no_dead(mention: One) -> None:
    parted = mention("Russian missiles hit a hotel before dawn.\nNine people died.", "hit")
    assert parted.killed is None
    feared = mention("Russian missiles could hit the hotel. Nine people died.", "hit")
    assert feared.killed is None
