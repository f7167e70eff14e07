"""What can be asked on the command line; the page docs/reference/command-line.md is held equal to it by a test."""

import argparse
import datetime as dt
from pathlib import Path
from typing import Final, NoReturn

from tongket.cli.usage import COMMAND, WrongUsage

LANGUAGES: Final = ("vi", "ru", "en")


class OneSentenceParser(argparse.ArgumentParser):
    """A parser that leaves it to the door to say, in one sentence, what was wrong with a request."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage instead of printing argparse's English."""
        raise WrongUsage(self.prog, message)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = OneSentenceParser(
        prog="tongket",
        description="Tổng kết năm: số liệu chính xác, có nguồn gốc. / The yearly review: exact, sourced figures.",
    )
    commands = parser.add_subparsers(dest="command", metavar=COMMAND, required=True)
    _add_review(commands)
    _add_compare(commands)
    _add_trace(commands)
    _add_convert(commands)
    _add_new(commands)
    _add_check(commands)
    _add_map(commands)
    _add_form(commands)
    _add_demo(commands)
    _add_serve(commands)
    _add_worker(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse names no public type for it


def _add_review(commands: "_Commands[OneSentenceParser]") -> None:
    review = commands.add_parser(
        "review",
        help="Tổng kết một sổ năm: bảng, báo cáo, trình chiếu. / Review a year folder: tables, report, slides.",
    )
    review.add_argument("year_folder", type=Path, help="Thư mục năm (có inputs/). / The year folder (with inputs/).")
    review.add_argument("--out", type=Path, required=True, help="Thư mục nhận kết quả. / Where the papers go.")
    review.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ văn bản. / Language of the papers.")
    review.add_argument(
        "--basis",
        choices=("estimate", "final"),
        help="Tính theo số ước hay số chính thức (mặc định: theo sổ năm). / On estimates or on final figures.",
    )
    review.add_argument("--json", action="store_true", help="In một tài liệu JSON. / Print one JSON document.")


def _add_compare(commands: "_Commands[OneSentenceParser]") -> None:
    compare = commands.add_parser(
        "compare", help="Số chính thức đã thay đổi điều gì so với số ước. / What the final figures changed."
    )
    compare.add_argument("estimate", type=Path, help="Kết quả theo số ước. / The review on estimates.")
    compare.add_argument("final", type=Path, help="Kết quả theo số chính thức. / The review on final figures.")
    compare.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ. / Language.")
    compare.add_argument("--json", action="store_true", help="In một tài liệu JSON. / Print one JSON document.")


def _add_trace(commands: "_Commands[OneSentenceParser]") -> None:
    trace = commands.add_parser(
        "trace", help="Nguồn gốc của một số liệu, đến từng ô. / From a printed figure back to its cells."
    )
    trace.add_argument("out_dir", type=Path, help="Thư mục kết quả của review. / What `review` wrote.")
    trace.add_argument("address", help="Địa chỉ số liệu, ví dụ VSP/OIL@2021:actual. / The figure's address.")
    trace.add_argument("--year", type=Path, help="Thư mục năm, nếu đã chuyển chỗ. / The year folder, if it moved.")
    trace.add_argument("--all", action="store_true", help="In đủ mọi nhánh. / Print every branch.")
    trace.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ. / Language.")
    trace.add_argument("--json", action="store_true", help="In một tài liệu JSON. / Print one JSON document.")


def _add_convert(commands: "_Commands[OneSentenceParser]") -> None:
    convert = commands.add_parser(
        "convert", help="Đổi sổ năm giữa Excel và YAML. / Turn a year folder into Excel or into YAML."
    )
    convert.add_argument("year_folder", type=Path, help="Thư mục năm. / The year folder.")
    convert.add_argument("--to", choices=("excel", "yaml"), required=True, help="Dạng cần có. / The form wanted.")
    convert.add_argument("--out", type=Path, required=True, help="Thư mục mới. / The new folder.")
    convert.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ. / Language.")
    convert.add_argument("--json", action="store_true", help="In một tài liệu JSON. / Print one JSON document.")


def _add_new(commands: "_Commands[OneSentenceParser]") -> None:
    new = commands.add_parser("new", help="Tạo sổ năm trống bằng Excel. / An empty Excel year book to begin with.")
    new.add_argument("year_folder", type=Path, help="Thư mục năm sẽ tạo. / The year folder to make.")
    new.add_argument("year", type=int, help="Năm. / The year.")
    new.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ. / Language.")


def _add_check(commands: "_Commands[OneSentenceParser]") -> None:
    check = commands.add_parser(
        "check",
        help="Kiểm tra tệp đơn vị gửi về, mọi lỗi tại từng ô. / Check what a unit sent, every error at its cell.",
    )
    check.add_argument("workbooks", type=Path, nargs="+", help="Một hoặc nhiều tệp. / One workbook or several.")
    check.add_argument("--year", type=Path, required=True, help="Thư mục năm. / The year folder.")
    check.add_argument(
        "--unit", metavar="CODE", help="Mã đơn vị, nếu tệp không nêu. / The org unit, where the file does not say."
    )
    check.add_argument(
        "--marked", type=Path, metavar="FILE", help="Ghi lại tệp có đánh dấu. / Write the file back with remarks."
    )
    check.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ. / Language.")
    check.add_argument("--json", action="store_true", help="In một tài liệu JSON. / Print one JSON document.")


def _add_map(commands: "_Commands[OneSentenceParser]") -> None:
    mapped = commands.add_parser(
        "map",
        help="Đọc tệp không theo biểu mẫu; điền biểu mẫu của cấp trên. / Read a foreign workbook; fill a template.",
    )
    mapped.add_argument("workbook", type=Path, help="Tệp Excel của đơn vị hoặc của cấp trên. / The Excel workbook.")
    mapped.add_argument(
        "--year", type=Path, metavar="DIR", required=True, help="Thư mục năm (có inputs/). / The year folder."
    )
    mapped.add_argument("--unit", metavar="CODE", help="Mã đơn vị đã gửi tệp. / The org unit that sent the workbook.")
    mapped.add_argument(
        "--file", action="store_true", help="Chép tệp vào inputs/dossiers. / Copy the workbook into inputs/dossiers."
    )
    mapped.add_argument("--fill", action="store_true", help="Điền biểu mẫu của cấp trên. / Fill a superior's template.")
    mapped.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="Nơi ghi bảng đối chiếu; với --fill: tệp đã điền. / Where the mapping goes; with --fill the filled file.",
    )
    mapped.add_argument(
        "--basis",
        choices=("estimate", "final"),
        help="Với --fill: theo số ước hay số chính thức. / With --fill: on estimates or on final figures.",
    )
    mapped.add_argument(
        "--overwrite", action="store_true", help="Với --fill: ghi đè số đã có. / With --fill: replace other values."
    )
    mapped.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ. / Language.")
    mapped.add_argument("--json", action="store_true", help="In một tài liệu JSON. / Print one JSON document.")


def _add_form(commands: "_Commands[OneSentenceParser]") -> None:
    form = commands.add_parser(
        "form", help="Cấp biểu mẫu báo cáo cho các đơn vị. / Issue the report forms of the org units."
    )
    form.add_argument("year_folder", type=Path, help="Thư mục năm. / The year folder.")
    form.add_argument(
        "--unit",
        action="append",
        metavar="CODE",
        help="Mã đơn vị, ghi được nhiều lần (mặc định: mọi đơn vị được giao chỉ tiêu). / An org unit; may be repeated.",
    )
    form.add_argument(
        "--part",
        action="append",
        metavar="CODE",
        help="Chỉ một phần: 1 đến 6, words, evidence; ghi được nhiều lần. / Only this part; may be repeated.",
    )
    form.add_argument(
        "--stage",
        choices=("estimate", "final"),
        help="Báo cáo số ước hay số chính thức (mặc định: theo sổ năm). / For estimates or for final figures.",
    )
    form.add_argument(
        "--issued-on", type=_day, metavar="DATE", help="Ngày cấp, ví dụ 2022-10-25. / The day they are issued."
    )
    form.add_argument("--contact", metavar="TEXT", help="Đầu mối liên hệ in trên biểu. / Whom to ask.")
    form.add_argument(
        "--out", type=Path, metavar="PATH", help="Thư mục hoặc tệp nhận biểu mẫu. / A folder, or a file for one form."
    )
    form.add_argument("--force", action="store_true", help="Ghi đè tệp đã có. / Overwrite files that are there.")
    form.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ của biểu. / Language of the forms.")
    form.add_argument("--json", action="store_true", help="In một tài liệu JSON. / Print one JSON document.")


def _add_demo(commands: "_Commands[OneSentenceParser]") -> None:
    demo = commands.add_parser(
        "demo", help="Chạy thử trên máy này với năm ví dụ. / Try the example year in a browser on this machine."
    )
    demo.add_argument("--port", type=int, default=8000, metavar="N", help="Cổng (mặc định 8000). / The port.")
    demo.add_argument(
        "--data", type=Path, metavar="DIR", help="Thư mục dữ liệu của bản chạy thử, làm mới mỗi lần. / Its data folder."
    )
    demo.add_argument("--no-browser", action="store_true", help="Không mở trình duyệt. / Do not open the browser.")
    demo.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ. / Language.")


def _add_serve(commands: "_Commands[OneSentenceParser]") -> None:
    serve = commands.add_parser(
        "serve", help="Chạy máy chủ cho đơn vị dùng thật (biến môi trường). / Serve for real use (by environment)."
    )
    serve.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1", help="Địa chỉ nghe (mặc định máy này). / The address."
    )
    serve.add_argument("--port", type=int, default=8000, metavar="N", help="Cổng (mặc định 8000). / The port.")
    serve.add_argument(
        "--administrator",
        metavar="NAME",
        help="Lần đầu: tạo tài khoản quản trị, in mật khẩu. / At first: make an administrator, print the password.",
    )
    serve.add_argument(
        "--open",
        type=Path,
        metavar="DIR",
        help="Mở một thư mục năm thành năm công tác. / Open a year folder for work.",
    )
    serve.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ. / Language.")


def _add_worker(commands: "_Commands[OneSentenceParser]") -> None:
    worker = commands.add_parser(
        "worker", help="Làm các việc dài đang chờ: tổng hợp, lập văn bản, gửi thư. / Do the queued long work."
    )
    worker.add_argument("--lang", choices=LANGUAGES, default="vi", help="Ngôn ngữ. / Language.")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r}: ngày ghi là 2022-10-25 / a day is written 2022-10-25") from None
