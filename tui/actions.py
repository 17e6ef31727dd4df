"""All that can be done by key: its name in the settings, its keys, and plain words for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

from translator.config.nearest import nearest
from translator.errors import ConfigError


class Place(StrEnum):
    """Where an action can be used; also its group in the help."""

    ANYWHERE = "anywhere"
    START = "start"
    READING = "reading"
    PANES = "panes"
    FINDING = "finding"
    TRANSLATION = "translation"
    NAMES = "names"
    CORRECTING = "correcting"
    SCORES = "scores"


WORKSPACE_PLACES = tuple(place for place in Place if place not in {Place.ANYWHERE, Place.START})


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a key does.

    Attributes:
        name: its name in config.yaml under tui.keys.
        keys: the keys it has if the settings name no others, as Textual calls them.
        label: a word or two for the footer.
        description: one short sentence for the help.
        footer: whether the footer shows it.
        typed_after: the user goes on typing at once, so it is done before the next key counts.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    description: str
    place: Place
    footer: bool = False
    typed_after: bool = False


_ANY, _READ, _PANES = Place.ANYWHERE, Place.READING, Place.PANES
_FIND, _TRANSLATE = Place.FINDING, Place.TRANSLATION
_NAMES, _CORRECT, _SCORES = Place.NAMES, Place.CORRECTING, Place.SCORES

ACTIONS: tuple[Action, ...] = (
    Action("help", ("question_mark", "f1"), "Help", "Show all keys and signs.", _ANY, True),
    Action("quit", ("q", "ctrl+q"), "Quit", "Leave the program.", _ANY, True),
    Action("theme", ("t",), "Colours", "Go on to the next set of colours.", _ANY),
    Action("open", ("o",), "Open", "Go to the start screen and open another article.", _ANY),
    Action("demo", ("d",), "Demo", "Open the example article.", Place.START, True),
    Action("paste", ("v",), "Paste", "Open the text in the clipboard.", Place.START, True),
    Action("next_segment", ("down", "j"), "Next", "Go to the next segment.", _READ),
    Action("previous_segment", ("up", "k"), "Previous", "Go to the segment before.", _READ),
    Action("page_down", ("pagedown", "space"), "Page down", "Go one screen down.", _READ),
    Action("page_up", ("pageup",), "Page up", "Go one screen up.", _READ),
    Action("first_segment", ("home",), "First", "Go to the first segment.", _READ),
    Action("last_segment", ("end",), "Last", "Go to the last segment.", _READ),
    Action("word_left", ("left",), "Word left", "Go one word to the left.", _READ),
    Action("word_right", ("right",), "Word right", "Go one word to the right.", _READ),
    Action("select_left", ("shift+left",), "Select left", "Select one more word left.", _READ),
    Action("select_right", ("shift+right",), "Select right", "Select one more word right.", _READ),
    Action("clear", ("escape",), "Clear", "Drop the selection and the search.", _READ),
    Action("copy", ("y",), "Copy", "Copy the selection, or else the segment.", _READ),
    Action("next_pane", ("tab",), "Pane", "Go to the next pane.", _PANES, True),
    Action("previous_pane", ("shift+tab",), "Pane back", "Go to the pane before.", _PANES),
    Action("toggle_source", ("1",), "Arabic", "Show or hide the Arabic.", _PANES),
    Action("toggle_target", ("2",), "English", "Show or hide the English.", _PANES),
    Action("third_pane", ("3",), "Third", "Third pane: reference, second system, none.", _PANES),
    Action("widen", ("plus", "equals_sign"), "Wider", "Make this pane wider.", _PANES),
    Action("narrow", ("minus",), "Narrower", "Make this pane narrower.", _PANES),
    Action("swap_sides", ("s",), "Swap", "Put the Arabic on the other side.", _PANES),
    Action("stack", ("l",), "Layout", "Panes side by side, or one above the other.", _PANES),
    Action("drawing", ("m",), "Arabic", "Draw Arabic in another way, if it looks wrong.", _PANES),
    Action("search", ("slash", "ctrl+f"), "Search", "Search in all panes.", _FIND, True, True),
    Action("next_match", ("n",), "Next match", "Go to the next place found.", _FIND),
    Action("previous_match", ("N",), "Match before", "Go to the place found before.", _FIND),
    Action(
        "go_to", ("colon", "ctrl+g"), "Go to", "Go to a segment by its number.", _FIND, True, True
    ),
    Action("pause", ("p",), "Stop/go on", "Stop the translation, or go on.", _TRANSLATE, True),
    Action("names", ("w",), "Names", "Show or hide the list of names.", _NAMES, True),
    Action("term", ("g",), "Add name", "Put the chosen word into the glossary.", _NAMES, True),
    Action("glossary", ("G",), "Glossary", "Show all names of the glossary.", _NAMES),
    Action("suggestions", ("S",), "Suggest", "Show names that the glossary lacks.", _NAMES),
    Action("undo_term", ("u",), "Undo", "Take the last change of the glossary back.", _NAMES),
    Action("edit", ("e",), "Edit", "Write this segment's English yourself.", _CORRECT, True),
    Action("alternatives", ("a",), "Others", "Choose from other translations.", _CORRECT),
    Action("flags", ("f",), "Doubts", "Show or hide what the checks doubt.", _CORRECT, True),
    Action("next_flag", ("F",), "Next doubt", "Go to the next segment with a doubt.", _CORRECT),
    Action("bookmark", ("b",), "Bookmark", "Set or take away a bookmark.", _CORRECT),
    Action("next_bookmark", ("B",), "Next mark", "Go to the next bookmark or note.", _CORRECT),
    Action("note", ("c",), "Note", "Write a note on this segment.", _CORRECT),
    Action("export", ("ctrl+s", "x"), "Save as", "Write the translation to a file.", _CORRECT),
    Action("scores", ("r",), "Scores", "Show or hide the scores.", _SCORES, True),
    Action("worst", ("z",), "Worst", "Go to the worst segment, then the next worse.", _SCORES),
    Action(
        "glossary_on",
        ("h",),
        "Glossary on/off",
        "Switch the glossary off or on.",
        _SCORES,
    ),
    Action("exchange", ("i",), "Other package", "Show the other package's English.", _SCORES),
    Action("versions", ("v",), "Compare", "Compare without and with the glossary.", _SCORES),
    Action("packages", ("V",), "A/B", "Compare the two packages.", _SCORES),
)

_BY_NAME = {action.name: action for action in ACTIONS}
_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_KEY_NAME = re.compile(r"[a-z0-9_]+|.")


def bindings(*places: Place) -> list[BindingType]:
    """Textual's bindings for the actions of some places; each action's name is the binding's id."""
    return [
        Binding(
            ",".join(action.keys),
            action.name,
            action.label,
            show=action.footer,
            tooltip=action.description,
            priority=action.typed_after,
            id=action.name,
        )
        for action in ACTIONS
        if action.place in places
    ]


def keymap(own: Mapping[str, Sequence[str]], *, where: str = "") -> dict[str, str]:
    """The user's keys as Textual wants them: action to keys joined by commas.

    Args:
        own: tui.keys of the settings.
        where: the settings' place for messages.

    Raises:
        ConfigError: there is no such action or key, or a key is given to two actions.
    """
    for name, keys in own.items():
        if name not in _BY_NAME:
            meant = nearest(name, _BY_NAME)
            raise ConfigError(
                f'tui.keys: no action is called "{name}"',
                where=where or None,
                remedy=f'did you mean "{meant}"?' if meant else "press ? to see the actions",
            )
        for key in keys:
            _require_key(key, name, where)
    chosen = {name: tuple(map(named_key, keys)) for name, keys in own.items()}
    _require_different(chosen, where)
    return {name: ",".join(keys) for name, keys in chosen.items()}


def named_key(key: str) -> str:
    """A key as Textual names it: "/" becomes "slash", letters stay."""
    return next(iter(Binding.make_bindings([Binding(key, "")]))).key


def keys_in_force(own: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Every action's keys with those of a keymap in place."""
    return {
        action.name: tuple(own[action.name].split(",")) if action.name in own else action.keys
        for action in ACTIONS
    }


def _require_key(key: str, name: str, where: str) -> None:
    from textual.keys import Keys

    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    known = {one.value for one in Keys}
    plain = len(last) == 1 or last in known or last in _long_names()
    if not plain or not set(modifiers) <= _MODIFIERS or not _KEY_NAME.fullmatch(last):
        meant = nearest(key, {*known, *_long_names()})
        raise ConfigError(
            f'tui.keys.{name}: no key is called "{key}"',
            where=where or None,
            remedy=f'did you mean "{meant}"?' if meant else 'write it as in "n", "f5" or "ctrl+n"',
        )


def _long_names() -> set[str]:
    """Names of the keys of printable signs, such as "slash" or "question_mark"."""
    return {named_key(chr(code)) for code in range(33, 127) if chr(code) != ","}


def _require_different(chosen: Mapping[str, Sequence[str]], where: str) -> None:
    owners: dict[str, Action] = {}
    for action in ACTIONS:
        for key in chosen.get(action.name, action.keys):
            other = owners.get(key)
            if other and _meet(action.place, other.place):
                raise ConfigError(
                    f'tui.keys: the key "{key}" is given to {other.name} and {action.name}',
                    where=where or None,
                    remedy="give one of them another key",
                )
            owners[key] = action


def _meet(one: Place, other: Place) -> bool:
    """Whether actions of both places can be used at the same time."""
    if Place.ANYWHERE in {one, other}:
        return True
    return (one is Place.START) == (other is Place.START)
