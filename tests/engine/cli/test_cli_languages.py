"""The command line in another language than English: sentences change; exit statuses and JSON do not."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.cli.entry import run
from engine.data.shown_names import shown_name
from engine.i18n import use_language
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.weights import Weights, save_weights

_ROOT = Path(__file__).resolve().parents[3]
_KOREAN = {
    "usage: ": "사용법: ",
    "show this help message and exit": "이 도움말을 표시하고 종료합니다",
    "expected one argument": "값이 하나 필요합니다",
    "argument %(argument_name)s: %(message)s": "%(name)s: %(message)s",
    "{0}: {1} (see --help)": "{0}: {1} (--help 참고)",
    "“{0}” is neither a command nor a file": "“{0}”은(는) 명령도 파일도 아닙니다",
    "{0} cannot be opened: {1}": "{0} 파일을 열 수 없습니다. {1}",
    "there is no such file. Check the name and the folder.": "파일이 없습니다. 이름과 폴더를 확인하세요.",
    "{0}: no digit. {1}": "{0}: 숫자가 없습니다. {1}",
    "Nothing stands out from the background: use an image with more contrast.": "이미지가 비어 있습니다.",
    "{0} accuracy": "{0} 정확도",
    "{0} test set": "{0} 테스트 데이터",
    "{0}, every {1}th": "{0}, {1}번째마다",
    "Your drawings": "내 그림",
    "learning": "학습",
}


def _no_window(weights: str | None, verbose: bool, files: list[str]) -> int:
    raise AssertionError


@pytest.fixture
def korean(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with some Korean translations; it is the program's, and a Korean is its user."""
    folder = tmp_path_factory.mktemp("translations")
    messages = "".join(
        f"<message><source>{source}</source><translation>{text}</translation></message>"
        for source, text in _KOREAN.items()
    )
    text = f"<TS><context><name></name>{messages}</context></TS>"
    (folder / "digit-lab_ko.ts").write_text(text, encoding="utf-8")
    monkeypatch.setattr("engine.i18n.ts_files.FOLDER", folder)
    monkeypatch.setenv("DIGITLAB_LANGUAGE", "ko")
    yield folder
    use_language("en")


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    network = Network(NetworkSpec.mlp((8,), "relu"))
    network.initialize(np.random.default_rng(0))
    file = tmp_path / "重み 가중치.safetensors"
    save_weights(file, Weights(network.spec, network.snapshot(), name="some"))
    return file


def _process(
    folder: Path, arguments: list[str], variables: dict[str, str], encoding: str = "utf-8"
) -> tuple[int, str, str]:
    """The exit status, the output and the errors of a process whose translations are in a folder."""
    code = "import pathlib, sys, engine.i18n.ts_files as c; c.FOLDER = pathlib.Path(sys.argv[1])"
    code += "\nfrom main import main; sys.exit(main(sys.argv[2:]))"
    without = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "DIGITLAB_LANGUAGE", "PYTHONUTF8"}
    environment = {name: value for name, value in os.environ.items() if name not in without}
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), *arguments],
        cwd=_ROOT,
        capture_output=True,
        env=environment | {"PYTHONIOENCODING": encoding} | variables,
        check=False,
    )
    return done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_the_locale_chooses_the_language(korean: Path, encoding: str) -> None:
    variables = {"LANG": "ko_KR.UTF-8"}
    assert _process(korean, ["--help"], variables, encoding)[:2] >= (0, "사용법: digit-lab")
    code, out, err = _process(korean, ["일본"], variables, encoding)
    assert (code, out, err.strip()) == (2, "", "digit-lab: “일본”은(는) 명령도 파일도 아닙니다 (--help 참고)")


@pytest.mark.parametrize("variables", [{"LC_ALL": "C"}, {"LANG": "ko_KR.UTF-8"}], ids=["C", "ko"])
def test_where_the_output_lacks_hangul_it_is_english(korean: Path, variables: dict[str, str]) -> None:
    code, out, err = _process(korean, ["일본"], variables, "ascii")
    escaped = "\\uc77c\\ubcf8"
    assert (code, out) == (2, "")
    assert err.strip() == f"digit-lab: \\u201c{escaped}\\u201d is neither a command nor a file (see --help)"


@pytest.mark.parametrize(("locale", "encoding"), [("C", "ascii"), ("ko_KR.CP949", "cp949")])
def test_paths_with_hangul_and_kana_work_in_every_locale(
    korean: Path, weights: Path, tmp_path: Path, locale: str, encoding: str
) -> None:
    image = tmp_path / "그림 ひらがな.png"
    Image.fromarray(np.pad(np.full((40, 5), 255, np.uint8), 10)).save(image)
    variables = {"LC_ALL": locale, "DIGITLAB_DATA": str(tmp_path / "데이터 データ")}
    arguments = ["predict", str(image), "--weights", str(weights), "--json"]
    code, out, err = _process(korean, arguments, variables, encoding)
    assert (code, err) == (0, "")
    assert json.loads(out)[0]["picture"] == str(image)
    code, out, err = _process(korean, arguments[:-1], variables, encoding)
    assert (code, err) == (0, "")
    assert "1: 0." in out


def test_json_and_exit_statuses_are_the_same_in_every_language(
    korean: Path, weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blank = tmp_path / "blank.png"
    Image.new("L", (30, 30)).save(blank)
    found = {}
    for language in ("en", "ko"):
        monkeypatch.setenv("DIGITLAB_LANGUAGE", language)
        arguments = ["predict", str(blank), "--weights", str(weights)]
        codes = [run([*arguments, "--json"], _no_window)]
        as_json = capsys.readouterr().out
        codes.append(run(arguments, _no_window))
        text = capsys.readouterr().out
        codes.append(run([*arguments[:2], "--weights", str(tmp_path / "none.npz")], _no_window))
        found[language] = (codes, as_json, text, capsys.readouterr().err)
    (codes, as_json, english, _), (korean_codes, korean_json, text, error) = found["en"], found["ko"]
    assert korean_codes == codes == [0, 0, 1]
    assert korean_json == as_json
    assert ": no digit. Nothing stands out" in english
    assert text.strip().endswith(": 숫자가 없습니다. 이미지가 비어 있습니다.")
    assert error.strip() == "digit-lab: none.npz 파일을 열 수 없습니다. 파일이 없습니다. 이름과 폴더를 확인하세요."


def test_a_translation_of_argparse_with_other_places_is_not_used(
    korean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(["train", "--out", "a.npz", "--lr"], _no_window)
    assert capsys.readouterr().err == "digit-lab train: argument --lr: 값이 하나 필요합니다 (--help 참고)\n"


def test_names_that_are_stored_in_english_are_shown_in_the_language(korean: Path) -> None:
    assert shown_name("MNIST test set accuracy") == "MNIST test set accuracy"
    use_language("ko")
    assert shown_name("MNIST test set accuracy") == "MNIST 테스트 데이터 정확도"
    assert shown_name("MNIST test set, every 5th") == "MNIST 테스트 데이터, 5번째마다"
    assert shown_name("MNIST test set, every 12th accuracy") == "MNIST 테스트 데이터, 12번째마다 정확도"
    assert shown_name("Your drawings accuracy") == "내 그림 정확도"
    assert shown_name("learning") == "learning"
