"""The commands as they are typed; what they do is in the module that each names."""

import os
from pathlib import Path
from typing import Any

import click

from tidtam.cli.options import DAY, YEARS, account_option, json_option, lang_option, moment_options
from tidtam.cli.start import run
from tidtam.places.codes import NATION
from tidtam.reports.formats import FORMATS

# Named here too, so that `tidtam --help` needs no database; a test compares them.
ROLES = (
    "recorder",
    "verifier",
    "approver",
    "owner",
    "finance",
    "auditor",
    "executive",
    "administrator",
)
WORKBOOKS = click.Path(path_type=Path)
FOLDER = click.Path(path_type=Path, file_okay=False)


class InOrder(click.Group):
    """Lists its commands in the order in which they are needed, not by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click gives it
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="tidtam", prog_name="tidtam")
def main() -> None:
    """ติดตาม: จากสิ่งที่ตำบลรายงาน ถึงตัวเลขที่รัฐมนตรีอ่าน และย้อนกลับได้ทุกตัว

    Tidtam turns what a tambon reports into the figure that a minister reads, and back again.

    \b
    เริ่มต้น · To begin:
      tidtam demo                          ลองกับผลงานจริงปี 2553-2568 · try it with real results
      tidtam template ผล.xlsx               ไฟล์เปล่าสำหรับกรอก · an empty workbook to fill in
      tidtam import ผล.xlsx                 ดูก่อนว่าจะเกิดอะไร · see what it would do
      tidtam import ผล.xlsx --commit        นำเข้าจริง · do it
      tidtam report --as-of 2562-03-31 --output รายงาน.docx

    \b
    รหัสจบ · Exit codes: 0 เรียบร้อย fine · 1 check พบสิ่งผิด fault found · 2 ข้อมูลเข้าผิด bad input
    """


@main.command(short_help="ลองกับผลงานจริง · Try it with real results")
@click.option(
    "--no-serve", is_flag=True, help="โหลดแล้วจบ ไม่เปิดหน้าเว็บ · Load and stop, without serving pages."
)
@click.option("--port", default=8000, show_default=True, help="พอร์ตของหน้าเว็บ · Port of the pages.")
@click.option("--definitions", type=FOLDER, help="โฟลเดอร์คำนิยาม · Folder of definitions (definitions/codi).")
@click.option("--examples", type=FOLDER, help="โฟลเดอร์ตัวอย่าง · Folder of example workbooks (examples).")
@lang_option
def demo(**asked: Any) -> None:
    """เตรียมฐานข้อมูล โหลดคำนิยามและผลงานจริงทุกไฟล์ใน examples แล้วเปิดหน้าเว็บ

    Sets up the database, loads the definitions and all example workbooks (real results of fiscal years 2553
    to 2568, each row with its source), and serves the pages on http://127.0.0.1:8000. Running it again
    changes nothing.

    \b
    ตัวอย่าง · Examples:
      tidtam demo
      tidtam demo --no-serve && tidtam board --as-of 2562-03-31
    """
    run("demo", **asked)


@main.command(short_help="เตรียมฐานข้อมูลและคำนิยาม · Set up database and definitions")
@click.option("--definitions", type=FOLDER, help="โฟลเดอร์คำนิยาม · Folder of definitions (definitions/codi).")
@lang_option
def setup(**asked: Any) -> None:
    """เตรียมฐานข้อมูล พื้นที่ทั้งประเทศ และคำนิยามตัวชี้วัด โดยยังไม่มีผลงาน

    Makes the tables, loads all places of Thailand and the definitions of the agency, and no results. Run it
    once before the first import, and again after a new version or a change of definitions; it changes only
    what differs.
    """
    run("setup", **asked)


@main.command(short_help="เปิดหน้าเว็บ · Serve the pages")
@click.option("--host", default="127.0.0.1", show_default=True, help="ที่อยู่ที่รับฟัง · Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="พอร์ต · Port.")
@click.option("--workers", default=1, show_default=True, help="จำนวนโพรเซส · Number of processes.")
@lang_option
def serve(**asked: Any) -> None:
    """เปิดหน้าเว็บ หยุดด้วย Ctrl-C

    Serves the pages until Ctrl-C. For other machines give --host 0.0.0.0 and set TIDTAM_URL to the address
    that readers use.
    """
    run("serve", **asked)


@main.command("import", short_help="ดูหรือนำเข้าไฟล์ผลงาน · Preview or import workbooks")
@click.argument("files", nargs=-1, required=True, type=WORKBOOKS, metavar="ไฟล์.xlsx…")
@click.option("--commit", is_flag=True, help="นำเข้าจริงในธุรกรรมเดียว · Do it, in one transaction.")
@json_option
@lang_option
def import_(**asked: Any) -> None:
    """แสดงว่าไฟล์ผลงานจะทำให้เกิดอะไร และมีอะไรผิดบ้างทั้งหมด; --commit เพื่อนำเข้าจริง

    Shows what workbooks of results would do: the claims, the movements that follow from them, and every
    problem with sheet, row, column, what is wrong and what to do. Nothing is changed without --commit, and
    with it everything goes in or nothing. Importing the same rows again changes nothing and says so.

    Exit code 2 when anything is wrong; the database is then as it was. How to fill in a workbook:
    docs/handbook/import.md.

    \b
    ตัวอย่าง · Examples:
      tidtam import examples/report-2562-six-months.xlsx
      tidtam import ผล-ไตรมาส2.xlsx ผล-ไตรมาส3.xlsx --commit
      tidtam import ผล.xlsx --json > ผล.json
    """
    run("import_files", **asked)


@main.command(short_help="ไฟล์เปล่าสำหรับกรอก · An empty workbook to fill in")
@click.argument("file", type=WORKBOOKS, metavar="ไฟล์.xlsx")
@click.option(
    "--fiscal-year",
    type=YEARS,
    metavar="พ.ศ.",
    help="ปีของตัวชี้วัดในรายการเลือก · Year of the indicators to choose from.",
)
@lang_option
def template(**asked: Any) -> None:
    """เขียนไฟล์ Excel เปล่าสำหรับกรอกผลงาน มีรายการให้เลือกและคำอธิบายทุกช่อง

    Writes an empty workbook of results with lists to choose from and a note on each column. An existing file
    is never overwritten.
    """
    run("template", **asked)


@main.group(cls=InOrder, short_help="แผ่นงานของรอบ · The sheet of a round, out and back")
def sheet() -> None:
    """แผ่นงานของรอบรายงาน: เขียนออกไปให้กรอก แล้วอ่านกลับ

    The sheet of a round: written for the places of one person, filled in, compared and taken back.
    """


@sheet.command("write", short_help="เขียนแผ่นงาน · Write it")
@click.argument("file", metavar="ไฟล์", type=WORKBOOKS)
@click.option(
    "--round", "of_round", required=True, metavar="รอบ", help="รหัสรอบ · Code of the round: 2562-Q2."
)
@account_option
@click.option("--place", metavar="พื้นที่", help="เฉพาะในพื้นที่นี้ · Only places within this one.")
@lang_option
def sheet_write(**asked: Any) -> None:
    """เขียนแผ่นงาน .xlsx หรือ .csv สำหรับพื้นที่ของผู้บันทึกหนึ่งคน

    Writes an .xlsx or .csv file with a row for each place and line of one recorder, the present numbers and
    those of the round before. An existing file is never overwritten.

    \b
    ตัวอย่าง · Examples:
      tidtam sheet write --round 2562-Q2 --as anong ไตรมาส2.xlsx
      tidtam sheet write --round 2562-Q2 --as anong --place ขอนแก่น ไตรมาส2.csv
    """
    run("sheet_write", **asked)


@sheet.command("read", short_help="อ่านแผ่นงานกลับ · Read it back")
@click.argument("file", metavar="ไฟล์", type=WORKBOOKS)
@account_option
@click.option("--commit", is_flag=True, help="บันทึกจริง · Keep it; without this it only shows.")
@click.option(
    "--json",
    "as_json_asked",
    is_flag=True,
    help="พิมพ์เอกสาร JSON หนึ่งฉบับให้โปรแกรมอ่าน · Print one JSON document for a program to read.",
)
@lang_option
def sheet_read(**asked: Any) -> None:
    """เทียบแผ่นงานที่กรอกแล้วกับตัวเลขขณะนี้และเมื่อดาวน์โหลด แล้วบันทึกเป็นร่าง

    Compares a sheet with the numbers now and when it was downloaded; with --commit what only you changed is
    kept as drafts. Conflicts are shown and never taken. Exit code 2 when anything is wrong.

    \b
    ตัวอย่าง · Examples:
      tidtam sheet read ไตรมาส2.xlsx --as anong
      tidtam sheet read ไตรมาส2.xlsx --as anong --commit
    """
    run("sheet_read", **asked)


@main.group(cls=InOrder, short_help="บัญชีครัวเรือน · Lists of households, out and back")
def households() -> None:
    """บัญชีครัวเรือนของโครงการ: เขียนออกไปให้กรอก แล้วอ่านกลับ

    The lists of households of projects: written with what is known, filled in, compared and taken back.
    """


@households.command("write", short_help="เขียนบัญชี · Write them")
@click.argument("file", metavar="ไฟล์", type=WORKBOOKS)
@click.option(
    "--project", "projects", multiple=True, required=True, metavar="รหัส",
    help="รหัสโครงการ บอกได้หลายโครงการ · Code of a project; may be said again.",
)  # fmt: skip
@account_option
@lang_option
def households_write(**asked: Any) -> None:
    """เขียนบัญชีครัวเรือน .xlsx ของหนึ่งโครงการหรือหลายโครงการ

    Writes an .xlsx file with the households of one project or several as they stand; citizen IDs are covered
    but for their last digits. An existing file is never overwritten.

    \b
    ตัวอย่าง · Example:
      tidtam households write --project LP-01 --as kamon LP-01.xlsx
    """
    run("households_write", **asked)


@households.command("read", short_help="อ่านบัญชีกลับ · Read them back")
@click.argument("files", nargs=-1, required=True, type=WORKBOOKS, metavar="ไฟล์.xlsx…")
@account_option
@click.option("--commit", is_flag=True, help="บันทึกจริง · Keep it; without this it only shows.")
@click.option(
    "--json",
    "as_json_asked",
    is_flag=True,
    help="พิมพ์เอกสาร JSON หนึ่งฉบับให้โปรแกรมอ่าน · Print one JSON document for a program to read.",
)
@lang_option
def households_read(**asked: Any) -> None:
    """แสดงว่าบัญชีที่กรอกแล้วจะเปลี่ยนอะไร ใครอาจซ้ำ และมีอะไรผิดบ้างทั้งหมด; --commit เพื่อบันทึกจริง

    Shows what filled-in lists would do: new and changed households, who is likely there already and why, and
    every problem with its spot. With --commit all files go in or none. Exit code 2 when anything is wrong.

    \b
    ตัวอย่าง · Examples:
      tidtam households read LP-01.xlsx --as kamon
      tidtam households read LP-01.xlsx LP-02.xlsx --as kamon --commit
    """
    run("households_read", **asked)


@main.command(short_help="ฐานข้อมูลฝึกหัด · A practice database")
@click.argument("home", metavar="โฟลเดอร์", type=FOLDER)
@click.option(
    "--database", help="ฐานข้อมูลเปล่าอื่น เช่น postgresql://… · Another empty database than the file there."
)
@click.option("--definitions", type=FOLDER, help="โฟลเดอร์คำนิยาม · Folder of definitions (definitions/codi).")
@click.option("--examples", type=FOLDER, help="โฟลเดอร์ตัวอย่าง · Folder of example workbooks (examples).")
@lang_option
def practice(home: Path, database: str | None, **asked: Any) -> None:
    """สร้างฐานข้อมูลฝึกหัดในโฟลเดอร์ใหม่ พร้อมผลงานจริงสองคลองและครัวเรือนสมมุติ 500 ครัวเรือน

    Makes a practice database in a folder of its own: two canals with their real published figures, and 500
    made-up households that name part of Lat Phrao. Each page and file of it says so. A database that holds
    claims already is never made one, and made-up households go into no other.

    \b
    ตัวอย่าง · Example:
      tidtam practice ฝึกหัด && TIDTAM_HOME=ฝึกหัด tidtam serve
    """
    os.environ["TIDTAM_HOME"] = str(home)
    for other in ("TIDTAM_DATABASE_URL", "TIDTAM_FILES"):  # never those of the real one
        os.environ.pop(other, None)
    if database:
        os.environ["TIDTAM_DATABASE_URL"] = database
    run("practice", home=home, **asked)


@main.group(cls=InOrder, short_help="เงินอุดหนุนของโครงการ · Grants of a project, out and back")
def grant() -> None:
    """เงินอุดหนุนของโครงการที่อยู่อาศัย: เขียนรายชื่อออกไปให้กรอก แล้วอ่านกลับเทียบกับกฎการเงิน

    Grants of a housing project: a workbook of its households goes out, is filled in, and is held against the
    money rules of its day.
    """


project_option = click.option(
    "--project", "code", required=True, metavar="รหัส", help="รหัสโครงการ · Code of the project."
)


@grant.command("write", short_help="เขียนไฟล์ · Write it")
@click.argument("file", metavar="ไฟล์", type=WORKBOOKS)
@project_option
@click.option("--day", type=DAY, help="วันที่จะอนุมัติ (ปกติวันนี้) · The day of approval; today without it.")
@account_option
@lang_option
def grant_write(**asked: Any) -> None:
    """เขียนไฟล์ .xlsx ที่มีครัวเรือนทุกหลังของโครงการ กับช่องของแต่ละส่วนตามกฎที่ใช้ในวันนั้น และแผ่นจ่ายเงิน

    Writes an .xlsx file with each household of a project and a column for each part of the rule of that day,
    and a sheet for what is paid by voucher. An existing file is never overwritten.

    \b
    ตัวอย่าง · Examples:
      tidtam grant write เงิน.xlsx --project LP-01 --as kamon
    """
    run("grant_write", **asked)


@grant.command("read", short_help="อ่านไฟล์กลับ · Read it back")
@click.argument("file", metavar="ไฟล์", type=WORKBOOKS)
@project_option
@click.option("--day", type=DAY, required=True, help="วันที่อนุมัติ · The day of approval.")
@account_option
@click.option(
    "--exception", default="", metavar="เหตุผล", help="ขอข้อยกเว้นพร้อมเหตุผล · Ask for an exception, and why."
)
@click.option("--commit", is_flag=True, help="เสนอจริง · Propose it; without this it only shows.")
@lang_option
def grant_read(**asked: Any) -> None:
    """เทียบไฟล์ที่กรอกแล้วกับกฎการเงินของวันนั้น แล้วเสนอการอนุมัติและการจ่ายให้การเงินตรวจ

    Holds a filled-in file against the money rules of that day and proposes its grants and payments to
    finance. A broken rule is told with its paper, and nothing is proposed: exit code 2.

    \b
    ตัวอย่าง · Examples:
      tidtam grant read เงิน.xlsx --project LP-01 --day 2562-01-15 --as kamon
      tidtam grant read เงิน.xlsx --project LP-01 --day 2562-01-15 --as kamon --commit
    """
    run("grant_read", **asked)


@main.command(short_help="กระดานผลงาน · The lines of the report")
@moment_options
@json_option
@lang_option
def board(**asked: Any) -> None:
    """กระดานผลงาน: ทุกบรรทัดของรายงาน เป้าหมาย ผล ร้อยละ และขั้น

    The lines of the report with target, result, per cent and stages, at one place, as of one day, as then
    known. What nobody reported is shown as not reported, never as zero.

    \b
    ตัวอย่าง · Examples:
      tidtam board --as-of 2562-03-31
      tidtam board --as-of 2562-03-31 --known-at 2562-04-01 --place ขอนแก่น
      tidtam board --fiscal-year 2562 --json
    """
    run("board", **asked)


@main.command(short_help="รายงาน Word, PDF, Excel, JSON · Write the report")
@moment_options
@click.option(
    "--format",
    "kind",
    type=click.Choice(list(FORMATS)),
    help="รูปแบบ; ไม่บอกคือตามนามสกุลของ --output · Format; that of --output unless given.",
)
@click.option(
    "--output",
    type=WORKBOOKS,
    help="ไฟล์ที่จะเขียน; JSON ที่ไม่บอกไฟล์พิมพ์ออกจอ · File to write; JSON goes to stdout without it.",
)
@click.option("--json", "as_json", is_flag=True, help="เหมือน --format json · The same as --format json.")
@lang_option
def report(**asked: Any) -> None:
    """เขียนรายงานหกเดือนเป็น Word, PDF, Excel หรือ JSON

    Writes the six-month report. In Word, PDF and Excel each figure links to its trail under TIDTAM_URL; with
    JSON exactly one document goes to stdout and messages go to stderr.

    \b
    ตัวอย่าง · Examples:
      tidtam report --fiscal-year 2562 --as-of 2562-03-31 --format json
      tidtam report --as-of 2562-03-31 --output รายงาน-6-เดือน.docx
      tidtam report --as-of 2562-03-31 --known-at 2562-04-23 --format pdf
    """
    run("report", **asked)


@main.command(short_help="ที่มาของตัวเลขหนึ่งตัว · Where one figure comes from")
@click.argument("line", metavar="บรรทัด")
@moment_options
@click.option("--stage", metavar="ขั้น", help="เฉพาะขั้นเดียว เช่น building · Only one stage, such as building.")
@click.option(
    "--page",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="หน้าของรายการ · Page of the entries.",
)
@json_option
@lang_option
def trail(**asked: Any) -> None:
    """เปิดตัวเลขหนึ่งตัวลงไปถึงพื้นที่ เดือน ขั้น รายการในบัญชี และเอกสารที่รองรับ

    Opens one figure down to places, months, stages, entries of the ledger, and the papers and people behind
    them.

    \b
    ตัวอย่าง · Examples:
      tidtam trail 2.3 --as-of 2562-03-31
      tidtam trail 2.3 --as-of 2562-03-31 --stage completed
      tidtam trail "3.2(1)" --fiscal-year 2562 --json
    """
    run("trail", **asked)


@main.command(short_help="ตรวจบัญชีทั้งเล่ม · Verify the whole ledger")
@json_option
@lang_option
def check(**asked: Any) -> None:
    """ตรวจบัญชีทั้งเล่ม: ผลรวม การสร้างใหม่ ลำดับ และเครื่องป้องกันในฐานข้อมูล

    Verifies the ledger: conservation, identities, that a rebuild gives the same, positions without a gap, and
    that the guards of the database are in place. Exit code 1 when a fault is found.
    """
    run("check", **asked)


@main.command(short_help="เตือนผู้บันทึกทางอีเมล · Remind recorders by e-mail")
@click.option(
    "--dry-run", is_flag=True, help="บอกว่าจะเตือนใคร ยังไม่ส่ง · Say who would be reminded, and send nothing."
)
@lang_option
def remind(**asked: Any) -> None:
    """ส่งอีเมลเตือนผู้บันทึกที่ยังไม่ได้ส่งรายงาน: ก่อนครบกำหนดหนึ่งวัน วันครบกำหนด และหลังครบกำหนดหนึ่งครั้ง

    Mails every recorder with places that have not handed in a round: on the day before it is due, on the day,
    and once after it. Running it again on the same day mails nobody twice, so a daily job (cron) may call it.
    It also forgets the sign-in sessions that are over, on a day without letters too. The mail server is named
    by TIDTAM_MAIL_URL. Exit code 1 when a letter could not be sent.
    """
    run("remind", **asked)


@main.command(short_help="ชิ้นข้อมูลของบัญชี · Segments of the book")
@click.argument("what", metavar="cut|state|throw-away", type=click.Choice(["cut", "state", "throw-away"]))
@lang_option
def segments(**asked: Any) -> None:
    """ตัดบัญชีเป็นชิ้นข้อมูล (Parquet) ที่ยอดรวมอ่านได้เร็ว บอกว่ามีชิ้นใด หรือลบทั้งหมดเพื่อสร้างใหม่

    Cuts the book into segments from which totals are read quickly (cut, which also makes damaged ones again),
    says which there are (state), or throws all of them away (throw-away): they can always be made again. The
    server cuts by itself; nobody has to. Exit code 1 when another process is at it.
    """
    run("segments", **asked)


@main.group()
def person() -> None:
    """บุคคล: ผู้ดูแลระบบคนแรกสร้างจากที่นี่ คนต่อไปเชิญจากหน้า /people/

    People: the first administrator is made here; the others are invited on the page /people/.
    """


@person.command("add", short_help="เพิ่มบุคคลพร้อมบทบาท · Add somebody with a role")
@click.argument("name", metavar="ชื่อ")
@click.option("--username", required=True, help="ชื่อผู้ใช้ · User name.")
@click.option(
    "--role",
    type=click.Choice(ROLES),
    default="administrator",
    show_default=True,
    help="บทบาท · Role.",
)
@click.option(
    "--place",
    default=NATION,
    show_default=True,
    metavar="พื้นที่",
    help="ชื่อหรือรหัสพื้นที่ · Name or code of the place.",
)
@click.option("--email", default="", help="อีเมลสำหรับตั้งรหัสผ่านใหม่ · E-mail address for new passwords.")
@click.option(
    "--password-stdin",
    is_flag=True,
    help="อ่านรหัสผ่านจากบรรทัดแรกของ stdin · Read the password from the first line of stdin.",
)
@lang_option
def add_person(**asked: Any) -> None:
    """เพิ่มบุคคล ให้บทบาท แล้วพิมพ์ลิงก์สำหรับตั้งรหัสผ่านครั้งแรก

    Adds somebody with a role at a place and prints the link at which they choose their first password. With
    --password-stdin the password is set at once and no link is printed.

    \b
    ตัวอย่าง · Examples:
      tidtam person add "สมศรี ใจดี" --username somsri
      tidtam person add "บุญ ตรวจดี" --username boon --role verifier --place ขอนแก่น
    """
    run("person", **asked)


@person.command("two-step-off", short_help="ปิดยืนยันสองขั้นเมื่อโทรศัพท์หาย · When somebody's phone is lost")
@click.argument("username", metavar="ชื่อผู้ใช้")
@lang_option
def two_step_off(**asked: Any) -> None:
    """ปิดการยืนยันสองขั้นของบัญชีหนึ่ง เมื่อเจ้าของทำโทรศัพท์หาย

    Takes the second step of signing in off somebody's account. Be sure first that it is they who ask.
    """
    run("two_step_off", **asked)


if __name__ == "__main__":
    main()
