"""The table of keys and the user's own keys."""

from __future__ import annotations

import pytest

from translator.errors import ConfigError
from tui.actions import ACTIONS, Place, bindings, keymap, keys_in_force
from tui.app import MuqabalaApp
from tui.screens.start import StartScreen
from tui.screens.workspace import WorkspaceScreen


def test_every_action_can_be_done_where_it_is_offered() -> None:
    owners = {Place.ANYWHERE: MuqabalaApp, Place.START: StartScreen}
    for action in ACTIONS:
        owner = owners.get(action.place, WorkspaceScreen)
        assert hasattr(owner, f"action_{action.name}"), action.name


def test_default_keys_do_not_clash() -> None:
    assert keymap({}) == {}


def test_names_and_descriptions_are_plain() -> None:
    assert len({action.name for action in ACTIONS}) == len(ACTIONS)
    for action in ACTIONS:
        assert action.description.endswith(".")
        assert action.keys


def test_own_keys_take_the_place_of_the_usual_ones() -> None:
    own = keymap({"help": ("f2", "&")})
    assert own == {"help": "f2,ampersand"}
    assert keys_in_force(own)["help"] == ("f2", "ampersand")
    assert keys_in_force(own)["quit"] == ("q", "ctrl+q")
    assert [b.id for b in bindings(Place.START)] == ["demo", "paste"]


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"next_segmnt": ("n",)}, 'no action is called "next_segmnt"; did you mean "next_segment"'),
        ({"help": ("crtl+h",)}, 'no key is called "crtl+h"'),
        ({"help": ("pagdown",)}, 'did you mean "pagedown"'),
        ({"help": ("/",)}, 'the key "slash" is given to help and search'),
    ],
)
def test_faults(own: dict[str, tuple[str, ...]], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        keymap(own, where="config.yaml:44")
    assert message in str(caught.value)
    assert str(caught.value).startswith("config.yaml:44: ")
