"""How Tidtam reads a date that somebody wrote, as a table to check by eye.

Left: what stands in the cell or the paper. Then the first and the last day that it means, by the Buddhist
Era, and how precise it is. Below: what is sent back, and the question that goes with it.
"""

import pytest

from tidtam.thai.dates import DateUnreadable, iso_be, read_date

READ = """
เขียนว่า (written)                 | วันแรก (first) | วันสุดท้าย (last) | ความละเอียด (precision)
-----------------------------------+---------------+----------------+-----------
31 มีนาคม 2562                     | 2562-03-31    | 2562-03-31     | day
๓๑ มีนาคม ๒๕๖๒                     | 2562-03-31    | 2562-03-31     | day
31 มี.ค. 62                        | 2562-03-31    | 2562-03-31     | day
31มี.ค.62                          | 2562-03-31    | 2562-03-31     | day
31 มีค 62                          | 2562-03-31    | 2562-03-31     | day
31/3/2562                          | 2562-03-31    | 2562-03-31     | day
31/03/62                           | 2562-03-31    | 2562-03-31     | day
31.3.2562                          | 2562-03-31    | 2562-03-31     | day
2562-03-31                         | 2562-03-31    | 2562-03-31     | day
2019-03-31                         | 2562-03-31    | 2562-03-31     | day
2019-03-31 00:00:00                | 2562-03-31    | 2562-03-31     | day
31 March 2019                      | 2562-03-31    | 2562-03-31     | day
วันที่ 31 มีนาคม พ.ศ. 2562          | 2562-03-31    | 2562-03-31     | day
วันอาทิตย์ที่ 31 มีนาคม 2562        | 2562-03-31    | 2562-03-31     | day
ณ 31 ต.ค.65                        | 2565-10-31    | 2565-10-31     | day
ณ สิ้นเดือนธันวาคม 2562             | 2562-12-31    | 2562-12-31     | day
สิ้นปีงบประมาณ 2562                 | 2562-09-30    | 2562-09-30     | day
29 ก.พ. 2563                       | 2563-02-29    | 2563-02-29     | day
พฤษภาคม 2561                       | 2561-05-01    | 2561-05-31     | month
พ.ค. 61                            | 2561-05-01    | 2561-05-31     | month
เดือนพฤษภาคม พ.ศ. ๒๕๖๑              | 2561-05-01    | 2561-05-31     | month
ธ.ค. 2562                          | 2562-12-01    | 2562-12-31     | month
2561-05                            | 2561-05-01    | 2561-05-31     | month
ไตรมาส 2/2562                      | 2562-01-01    | 2562-03-31     | quarter
ไตรมาสที่ ๑ ปีงบประมาณ ๒๕๖๒         | 2561-10-01    | 2561-12-31     | quarter
ครึ่งปีแรก ปีงบประมาณ 2562          | 2561-10-01    | 2562-03-31     | half
รอบ 6 เดือนหลัง ปีงบ 62             | 2562-04-01    | 2562-09-30     | half
ตุลาคม 2561- มีนาคม 2562           | 2561-10-01    | 2562-03-31     | half
ปีงบประมาณ 2562                    | 2561-10-01    | 2562-09-30     | year
ปีงบฯ 68                           | 2567-10-01    | 2568-09-30     | year
2562                               | 2562-01-01    | 2562-12-31     | year
พ.ศ. 2562                          | 2562-01-01    | 2562-12-31     | year
ต.ค.60–พ.ค.61                      | 2560-10-01    | 2561-05-31     | range
พฤษภาคม-กันยายน 2562               | 2562-05-01    | 2562-09-30     | range
1-15 มี.ค. 2562                    | 2562-03-01    | 2562-03-15     | range
28 ก.พ. ถึง 3 มี.ค. 62              | 2562-02-28    | 2562-03-03     | range
ปีงบประมาณ 2561-2563               | 2560-10-01    | 2563-09-30     | range
"""

SENT_BACK = """
เขียนว่า (written)     | เหตุผล (reason)     | คำแนะนำ (what we say)
----------------------+-------------------+-----------------------------------
31 มี.ค. 3105         | year_out_of_range | หากหมายถึง พ.ศ. 2562 ให้เขียน 2562
31/3/2450             | year_out_of_range | ตรวจปีอีกครั้ง
31 เม.ย. 62           | no_such_day       | ตรวจวันและเดือน (เขียนวันก่อนเดือน)
29 ก.พ. 2562          | no_such_day       | ตรวจวันและเดือน (เขียนวันก่อนเดือน)
3/31/2019             | no_such_day       | ตรวจวันและเดือน (เขียนวันก่อนเดือน)
31 มีนาคม             | unreadable        | เติมปี พ.ศ. เช่น 2562
31/3/19               | unreadable        | เขียนปีสี่หลัก
ต้นปี 2560            | unreadable        | ระบุเดือน หรือช่วง เช่น ม.ค. 60 – มี.ค. 60
ครึ่งปีแรก 2562       | unreadable        | เขียนเช่น ครึ่งปีแรก ปีงบประมาณ 2562 หรือ ม.ค. 62 – มิ.ย. 62
พ.ย. - ก.พ. 62        | unreadable        | เขียนปีให้ทั้งสองด้าน เช่น พ.ย. 61 – ก.พ. 62
เร็ว ๆ นี้             | unreadable        | เขียนเช่น 31 มีนาคม 2562, 31 มี.ค. 62, พ.ค. 2561 หรือ ไตรมาส 2/2562
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()[2:]]


@pytest.mark.parametrize(("written", "first", "last", "precision"), rows(READ))
def test_read(written: str, first: str, last: str, precision: str) -> None:
    found = read_date(written)
    assert [iso_be(found.first), iso_be(found.last), found.precision] == [first, last, precision]


@pytest.mark.parametrize(("written", "reason", "advice"), rows(SENT_BACK))
def test_sent_back(written: str, reason: str, advice: str) -> None:
    with pytest.raises(DateUnreadable) as caught:
        read_date(written)
    assert (caught.value.reason, caught.value.problem().do("th")) == (reason, advice)
