"""Where settings come from, and what is said about wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from translator.config.load import Configuration, load_config
from translator.config.nearest import did_you_mean, nearest
from translator.config.schema import Settings, allowed, sections
from translator.errors import ConfigError

Load = Callable[..., Configuration]


@pytest.fixture
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user"
    folder.mkdir()
    monkeypatch.setattr("translator.config.load.user_config_folder", lambda: folder)
    return folder


@pytest.fixture
def load(tmp_path: Path, user_folder: Path) -> Load:
    """Load with this text as ./config.yaml of a folder of its own."""
    folder = tmp_path / "work"
    folder.mkdir()

    def load_text(
        text: str | bytes | None = None, environment: Mapping[str, str] | None = None
    ) -> Configuration:
        if text is not None:
            content = text.encode() if isinstance(text, str) else text
            (folder / "config.yaml").write_bytes(content)
        return load_config(environment=environment or {}, folder=folder)

    return load_text


def test_the_default_is_complete_and_every_value_has_an_origin(load: Load) -> None:
    configuration = load()
    assert configuration.settings.engine.package == "auto"
    assert configuration.settings.glossary.methods == ("inline", "n-best", "prefix", "splice")
    assert configuration.settings.tui.keys == {}
    assert configuration.file is None
    assert set(configuration.origins.values()) == {"default"}
    assert set(configuration.origins) == {
        f"{section}.{key}" for section, model in sections().items() for key in model.model_fields
    }


def test_every_setting_is_described() -> None:
    for section, model in sections().items():
        assert Settings.model_fields[section].annotation.__doc__
        for key, field in model.model_fields.items():
            assert field.description
            assert allowed(section, key)


def test_a_file_wins_over_the_default_and_a_variable_over_the_file(load: Load) -> None:
    configuration = load(
        "engine:\n  beam: 2\n  threads: 1\n", {"MUQABALA_ENGINE__BEAM": "3", "HOME": "/x"}
    )
    assert configuration.settings.engine.beam == 3
    assert configuration.settings.engine.threads == 1
    assert configuration.settings.engine.batch == 8
    assert configuration.origins["engine.beam"] == "environment MUQABALA_ENGINE__BEAM"
    assert configuration.origins["engine.threads"] == "config.yaml:3"
    assert configuration.origins["engine.batch"] == "default"


def test_only_the_first_file_found_counts(load: Load, user_folder: Path, tmp_path: Path) -> None:
    (user_folder / "config.yaml").write_text("engine: {beam: 5, batch: 5}", encoding="utf-8")
    users = load()
    assert users.settings.engine.beam == 5
    assert users.origins["engine.beam"] == f"{user_folder / 'config.yaml'}:1"
    here = load("engine: {beam: 6}")
    assert (here.settings.engine.beam, here.settings.engine.batch) == (6, 8)
    named = tmp_path / "named.yaml"
    named.write_text("engine: {beam: 7}", encoding="utf-8")
    configuration = load_config(named, environment={}, folder=tmp_path / "work")
    assert configuration.settings.engine.beam == 7
    assert configuration.file == named


@pytest.mark.parametrize("text", ["", "# nothing\n", "engine:\n", "---\n", "\ufeffengine:\n"])
def test_files_that_set_nothing(load: Load, text: str) -> None:
    assert set(load(text).origins.values()) == {"default"}


def test_relative_paths_belong_to_the_file_they_stand_in(
    user_folder: Path, load: Load, tmp_path: Path
) -> None:
    (user_folder / "config.yaml").write_text(
        "engine: {package: ./models/x}\n"
        "glossary: {files: [news, mine.yaml, sub/other.yml], user_file: own.yaml}\n",
        encoding="utf-8",
    )
    settings = load().settings
    base = user_folder.resolve()
    assert settings.engine.package == str(base / "models" / "x")
    assert settings.glossary.files == ("news", str(base / "mine.yaml"), str(base / "sub/other.yml"))
    assert settings.glossary.user_file == str(base / "own.yaml")
    from_variable = load(None, {"MUQABALA_GLOSSARY__FILES": "news, a.yaml"}).settings
    assert load(None, {"MUQABALA_ENGINE__PACKAGE": "~nobody-of-this-name"})
    assert from_variable.glossary.files == ("news", str(tmp_path / "work" / "a.yaml"))


@pytest.mark.parametrize(
    ("text", "where", "part"),
    [
        ("engine:\n  beem: 3\n", "config.yaml:2", 'unknown key "engine.beem"; did you mean "beam"'),
        ("engin:\n  beam: 3\n", "config.yaml:1", 'unknown key "engin"; did you mean "engine"'),
        ("beam: 3\n", "config.yaml:1", 'belongs under "engine:"'),
        ("engine:\n  seed: 3\n", "config.yaml:2", 'belongs under "scoring:"'),
        ("engine:\n  zzz: 3\n", "config.yaml:2", "known are: package, threads, beam"),
        ("engine: {beam: x}\n", "config.yaml:1", 'auto or a whole number from 1 to 64, not "x"'),
        ("engine:\n  beam: 0\n", "config.yaml:2", "from 1 to 64, not 0"),
        ("engine:\n  beam: 1.5\n", "config.yaml:2", "from 1 to 64, not 1.5"),
        ("engine:\n  beam: true\n", "config.yaml:2", "from 1 to 64, not true"),
        ("engine:\n  beam:\n", "config.yaml:2", "from 1 to 64, not nothing"),
        ("engine:\n  beam: auot\n", "config.yaml:2", 'did you mean "auto"'),
        ("engine:\n  threads: '2'\n", "config.yaml:2", 'from 0 to 1024, not "2"'),
        ("engine:\n  package: ''\n", "config.yaml:2", "the path of a package"),
        ("engine: 3\n", "config.yaml:1", '"engine" must hold keys, not 3'),
        ("language:\n  force: 'no'\n", "config.yaml:2", "true or false"),
        ("output:\n  format: jsnl\n", "config.yaml:2", 'did you mean "jsonl"'),
        ("scoring:\n  metrics: []\n", "config.yaml:2", "out of bleu, chrf, chrf++, ter, not []"),
        (
            "glossary:\n  methods:\n    - inline\n    - n-bset\n",
            "config.yaml:4",
            'did you mean "n-best"',
        ),
        ("glossary:\n  files: news\n", "config.yaml:2", "a list of glossary names or paths"),
        ("tui:\n  keys:\n    next: n\n    last: 3\n", "config.yaml:4", "not 3"),
        ("tui:\n  keys: {on: n}\n", "config.yaml:2", "a key must be a word, not on"),
        (
            "engine:\n  beam: 2\n  batch: 3\n  beam: 3\n",
            "config.yaml:4",
            "stands here a second time, first in line 2",
        ),
        ("engine: {}\nengine: {}\n", "config.yaml:2", "a second time, first in line 1"),
        ("- a\n", "config.yaml:1", "must hold sections"),
        ("engine:\n  beam: [\n", "config.yaml:3", "is not YAML"),
        ("engine:\n\tbeam: 2\n", "config.yaml:2", "is not YAML"),
        ("a\0b", "config.yaml", "is not YAML"),
        ("engine: !!python/name:os.system\n", "config.yaml:1", "is not YAML"),
        ("engine: {threads: 2024-13-45}\n", "config.yaml", "is not YAML"),
        ("engine: {beam: !!float }\n", "config.yaml", "is not YAML"),
        ("engine: {beam: !!timestamp x}\n", "config.yaml", "is not YAML"),
        ("engine: {beam: !!int }\n", "config.yaml", "is not YAML"),
        pytest.param("[" * 1500, "config.yaml", "nested too deeply", id="nested"),
        (b"engine:\n  package: \xe9\n", "config.yaml:2", "not UTF-8"),
        pytest.param("#" * 1_100_000, "config.yaml", "larger than 1 MB", id="large"),
        ("a: &a [x]\nb: [*a, *a]\n", "config.yaml:1", 'unknown key "a"'),
    ],
)
def test_faults_are_named_with_their_line(
    load: Load, text: str | bytes, where: str, part: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load(text)
    assert caught.value.where == where
    assert part in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy


def test_the_first_fault_of_a_file_is_reported(load: Load) -> None:
    with pytest.raises(ConfigError, match=r"config\.yaml:2: tui\.bidi"):
        load("tui:\n  bidi: x\nengine:\n  beam: x\n")


def test_another_programs_file_is_recognised(load: Load) -> None:
    with pytest.raises(ConfigError, match="belongs to another program") as caught:
        load("version: 3\nservices: {web: {}}\noutput: {dir: x}\n")
    assert "--config" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("MUQABALA_ENGINE__BEEM", "2", 'did you mean "MUQABALA_ENGINE__BEAM"'),
        ("MUQABALA_BEAM", "2", "no such setting"),
        ("MUQABALA_ENGINE__BEAM", "many", 'not "many"'),
        ("MUQABALA_ENGINE__BEAM", "", "not nothing"),
        ("MUQABALA_TUI__KEYS", "{a", "not YAML"),
        ("MUQABALA_ENGINE__BEAM", "!!float ''", "not YAML"),
        ("MUQABALA_SCORING__METRICS", "bleu,chr", 'did you mean "chrf"'),
    ],
)
def test_wrong_variables(load: Load, name: str, value: str, part: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(None, {name: value})
    assert caught.value.where == f"environment {name}"
    assert part in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "section", "key", "expected"),
    [
        ("MUQABALA_ENGINE__LENGTH_PENALTY", "1", "engine", "length_penalty", 1.0),
        ("MUQABALA_LANGUAGE__FORCE", "true", "language", "force", True),
        ("MUQABALA_SCORING__METRICS", "ter, bleu", "scoring", "metrics", ("ter", "bleu")),
        ("MUQABALA_SCORING__METRICS", "[ter]", "scoring", "metrics", ("ter",)),
        ("MUQABALA_GLOSSARY__FILES", "", "glossary", "files", ()),
        ("MUQABALA_TUI__THEME", "12", "tui", "theme", "12"),
        ("MUQABALA_TUI__KEYS", "{a: n, b: [c, d]}", "tui", "keys", {"a": ("n",), "b": ("c", "d")}),
        ("muqabala_tui__bidi", "visual", "tui", "bidi", "visual"),
    ],
)
def test_variables_are_read_as_yaml(
    load: Load, name: str, value: str, section: str, key: str, expected: object
) -> None:
    settings = load(None, {name: value}).settings
    assert getattr(getattr(settings, section), key) == expected


@pytest.mark.parametrize(
    ("make", "part"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "cannot be read"),
    ],
)
def test_a_named_file_that_cannot_be_read(
    tmp_path: Path, make: Callable[[Path], None], part: str
) -> None:
    path = tmp_path / "mine.yaml"
    make(path)
    with pytest.raises(ConfigError, match=part) as caught:
        load_config(path, environment={}, folder=tmp_path)
    assert str(path) in str(caught.value)


def test_aliases_cannot_blow_up_a_message(load: Load) -> None:
    bomb = ["&n0 [x, x]", *(f"&n{i} [*n{i - 1}, *n{i - 1}]" for i in range(1, 40))]
    text = "glossary:\n  files:\n" + "".join(f"    - {line}\n" for line in bomb)
    with pytest.raises(ConfigError) as caught:
        load(text)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("word", "expected"), [("beem", "beam"), ("BEAM", "beam"), ("xyz", ""), ("", "")]
)
def test_nearest(word: str, expected: str) -> None:
    assert nearest(word, ["beam", "batch"]) == expected
    wanted = f'did you mean "{expected}"?' if expected else "known are: beam, batch"
    assert did_you_mean(word, iter(["beam", "batch"])) == wanted
