//! Dates keep their meaning, whatever their language and order.

use fact_cards_command::{DateOrder, Options};

use super::{HEADING, imported, mistakes, mistakes_with, story, story_with};

fn table(dates: &[&str]) -> String {
    let rows = dates.iter().enumerate().map(|(at, date)| format!("A\tS {at}.\tC\t1\t{date}\n"));
    format!("{}\tdate\n{}", HEADING.replace(',', "\t"), rows.collect::<String>())
}

fn with(dates: DateOrder) -> Options {
    Options { dates: Some(dates), ..Options::default() }
}

fn read_with(dates: &[&str], options: &Options) -> Vec<String> {
    let read = story_with(table(dates), options);
    read.facts.iter().map(|fact| fact.date.unwrap().to_string()).collect()
}

fn read(dates: &[&str]) -> Vec<String> {
    read_with(dates, &Options::default())
}

#[test]
fn months_are_known_by_their_names_in_any_language() {
    for date in [
        "7 نوفمبر 2024",
        "٧ نوفمبر ٢٠٢٤",
        "7 تشرين الثاني 2024",
        "7 نونبر 2024",
        "7. November 2024",
        "7 novembre 2024",
        "le 7 novembre 2024",
        "7 de noviembre de 2024",
        "7 de novembro de 2024",
        "7 novembre 2024",
        "7 november 2024",
        "7 ноября 2024 г.",
        "7. marraskuuta 2024",
        "7 Νοεμβρίου 2024",
        "7 Kasım 2024",
        "7 नवंबर 2024",
        "7 נובמבר 2024",
        "2024年11月7日",
        "2024년 11월 7일",
        "Nov. 7th, 2024",
        "7 NOV 2024",
    ] {
        assert_eq!(read(&[date]), ["2024-11-07"], "{date}");
    }
    for (date, day) in [
        ("7. März 2024", "2024-03-07"),
        ("7 كانون الثاني 2024", "2024-01-07"),
        ("7 يناير 2024", "2024-01-07"),
        ("7 جانفي 2024", "2024-01-07"),
        ("7 أوت 2024", "2024-08-07"),
        ("7 غشت 2024", "2024-08-07"),
        ("7 août 2024", "2024-08-07"),
        ("mars 2024", "2024-03"),
        ("3/2024", "2024-03"),
        ("٠٣.٢٠٢٤", "2024-03"),
    ] {
        assert_eq!(read(&[date]), [day], "{date}");
    }
}

#[test]
fn a_month_name_that_means_different_months_is_read_in_the_tables_language() {
    insta::assert_snapshot!(mistakes(table(&["7 listopada 2024"])), @r#"2:12 `7 listopada 2024` is not a date (write "2024-10-07" or "2024-11-07", whichever is meant)"#);
    let polish = Options { language: Some("pl".into()), ..Options::default() };
    assert_eq!(read_with(&["7 listopada 2024"], &polish), ["2024-11-07"]);
    let croatian = Options { language: Some("hr".into()), ..Options::default() };
    assert_eq!(read_with(&["7 listopada 2024"], &croatian), ["2024-10-07"]);
}

#[test]
fn one_unambiguous_date_settles_the_order_of_all() {
    assert_eq!(read(&["3/4/2025", "13/4/2025"]), ["2025-04-03", "2025-04-13"]);
    assert_eq!(read(&["3/4/2025", "4/13/2025"]), ["2025-03-04", "2025-04-13"]);
    assert_eq!(read(&["31.12.2025", "1.2.2025", "٣/٤/٢٠٢٥"]), ["2025-12-31", "2025-02-01", "2025-04-03"]);
    assert_eq!(read(&["5/5/2025", "2025/3/4"]), ["2025-05-05", "2025-03-04"]);
    let told =
        imported(table(&["3/4/2025", "13/4/2025"]), &Options::default()).unwrap_or_else(|error| panic!("{error}"));
    insta::assert_snapshot!(told.1.read_as.join("\n"), @"Dates in figures have the day before the month, as in `13/4/2025` (line 3).");
}

#[test]
fn an_option_says_whether_day_or_month_comes_first() {
    assert_eq!(read_with(&["3/4/2025"], &with(DateOrder::DayFirst)), ["2025-04-03"]);
    assert_eq!(read_with(&["3/4/2025"], &with(DateOrder::MonthFirst)), ["2025-03-04"]);
}

#[test]
fn an_order_that_is_open_or_contradictory_is_refused() {
    insta::assert_snapshot!(mistakes(table(&["3/4/2025", "3.4.2025–5.4.2025"])), @r#"
    2:12 `3/4/2025` is not a date (write "2025-04-03" or "2025-03-04", whichever is meant, or say `--dates day-first` or `--dates month-first`)
    3:12 `3.4.2025–5.4.2025` is not a date (write "2025-04-03/2025-04-05" or "2025-04-03/2025-05-04" or "2025-03-04/2025-04-05" or "2025-03-04/2025-05-04", whichever is meant)
    "#);
    insta::assert_snapshot!(mistakes(table(&["13/4/2025", "4/14/2025", "31/2/2025"])), @r#"
    3:12 `4/14/2025` is no date here: dates have the day before the month, as in `13/4/2025` (line 2) (write "2025-04-14")
    4:12 there is no 2025-02-31: that month has 28 days (write a day that is in the calendar)
    "#);
    insta::assert_snapshot!(mistakes_with(table(&["13/4/2025"]), &with(DateOrder::MonthFirst)), @r#"2:12 `13/4/2025` is no date here: dates have the month before the day, as you said (write "2025-04-13")"#);
}

#[test]
fn a_century_is_never_guessed() {
    insta::assert_snapshot!(mistakes(table(&["12/3/25", "7 Nov 24", "Nov-24", "7 November"])), @"
    2:12 `12/3/25` is a date without all of its year (write the year with four digits: nobody guesses the century)
    3:12 `7 Nov 24` is a date without all of its year (write the year with four digits: nobody guesses the century)
    4:12 `Nov-24` is a date without all of its year (write the year with four digits: nobody guesses the century)
    5:12 `7 November` is a date without all of its year (write the year with four digits: nobody guesses the century)
    ");
}

#[test]
fn a_spreadsheets_day_number_is_refused_with_its_date() {
    insta::assert_snapshot!(mistakes(table(&["45982", "45982.845", "36585"])), @r#"
    2:12 `45982` is not a date (it is the number that spreadsheets have for 2025-11-21: show the column as dates before you save it, or write "2025-11-21". In a workbook whose days begin in 1904 it is 2029-11-22)
    3:12 `45982.845` is not a date (it is the number that spreadsheets have for 2025-11-21: show the column as dates before you save it, or write "2025-11-21". In a workbook whose days begin in 1904 it is 2029-11-22)
    4:12 `36585` is not a date (it is the number that spreadsheets have for 2000-02-29: show the column as dates before you save it, or write "2000-02-29". In a workbook whose days begin in 1904 it is 2004-03-01)
    "#);
}

#[test]
fn a_time_of_day_is_reported_and_midnight_is_ignored() {
    insta::assert_snapshot!(mistakes(table(&["1969-07-20T20:17Z", "20 July 1969 20:17", "1969-07-20T00:00:00+02:00"])), @r#"
    2:12 `1969-07-20T20:17Z` has the time of day, and a date is a day (write "1969-07-20", and the time into the statement)
    3:12 `20 July 1969 20:17` has the time of day, and a date is a day (write "1969-07-20", and the time into the statement)
    4:12 `1969-07-20T00:00:00+02:00` has the time of day, and a date is a day (write "1969-07-20", and the time into the statement)
    "#);
    let midnights = ["1969-07-20T00:00:00Z", "1969-07-20 00:00", "20 July 1969 00:00:00.000", "7/20/1969 12:00:00 AM"];
    assert_eq!(read(&midnights), ["1969-07-20"; 4]);
}

#[test]
fn years_quarters_and_decades_are_periods() {
    let dates = ["Q3 2024", "2024-Q3", "T1 2024", "H2 2024", "1850s", "the 1850s", "2019–2021", "4–7 November 2024"];
    let periods = [
        "2024-07/2024-09",
        "2024-07/2024-09",
        "2024-01/2024-03",
        "2024-07/2024-12",
        "1850/1859",
        "1850/1859",
        "2019/2021",
        "2024-11-04/2024-11-07",
    ];
    assert_eq!(read(&dates), periods);
    for date in [
        "from 4 to 7 November 2024",
        "du 4 au 7 novembre 2024",
        "vom 4. bis 7. November 2024",
        "من 4 إلى 7 نوفمبر 2024",
        "4 November – 7 November 2024",
        "4/11/2024 – 7/11/2024",
    ] {
        assert_eq!(read_with(&[date], &with(DateOrder::DayFirst)), ["2024-11-04/2024-11-07"], "{date}");
    }
    insta::assert_snapshot!(mistakes(table(&["1900s"])), @r#"2:12 `1900s` is not a date (write "1900/1909" or "1900/1999", whichever is meant)"#);
}

#[test]
fn what_is_not_an_exact_date_is_refused_with_an_alternative() {
    insta::assert_snapshot!(mistakes(table(&[
        "44 BC", "٤٤ ق.م", "44 av. J.-C.", "c. 1850", "~1850", "vers 1850", "1850?", "2019–", "since 2019", "–2019", "soon", "7 Foo 2024", "13/2024", "2010/11",
    ])), @r#"
    2:12 `44 BC` is not a date: years begin with 1 (leave the cell empty, and say it in the statement)
    3:12 `٤٤ ق.م` is not a date: years begin with 1 (leave the cell empty, and say it in the statement)
    4:12 `44 av. J.-C.` is not a date: years begin with 1 (leave the cell empty, and say it in the statement)
    5:12 `c. 1850` is not exact, and a date is (write the period in which it lies, as in "1845/1855", or "1850" where the statement says that it is not exact)
    6:12 `~1850` is not exact, and a date is (write the period in which it lies, as in "1845/1855", or "1850" where the statement says that it is not exact)
    7:12 `vers 1850` is not exact, and a date is (write the period in which it lies, as in "1845/1855", or "1850" where the statement says that it is not exact)
    8:12 `1850?` is not exact, and a date is (write the period in which it lies, as in "1845/1855", or "1850" where the statement says that it is not exact)
    9:12 `2019–` is a period of which one end is missing (write both ends, as in "2019/2024", or "2019" where the statement says the rest)
    10:12 `since 2019` is a period of which one end is missing (write both ends, as in "2019/2024", or "2019" where the statement says the rest)
    11:12 `–2019` is a period of which one end is missing (write both ends, as in "2019/2024", or "2019" where the statement says the rest)
    12:13 `soon` is not a date (write "2024", "2024-11" or "2024-11-07", or a period such as "2024-11-04/2024-11-07")
    13:13 `7 Foo 2024` is not a date (write "2024", "2024-11" or "2024-11-07", or a period such as "2024-11-04/2024-11-07")
    14:13 `13/2024` is not a date (write "2024", "2024-11" or "2024-11-07", or a period such as "2024-11-04/2024-11-07")
    15:13 `2010/11` is not a date (write "2024", "2024-11" or "2024-11-07", or a period such as "2024-11-04/2024-11-07")
    "#);
}

#[test]
fn a_date_in_words_counts_where_there_is_no_other_date() {
    let read = story(format!("{HEADING},date,when\nA,S.,C,1,2024,in the year 2024\nA,T.,C,1,,7 November 2024\n"));
    let dates = read.facts.iter().map(|fact| fact.date.unwrap().to_string());
    assert_eq!(dates.collect::<Vec<_>>(), ["2024", "2024-11-07"]);
    let read = story(format!("{HEADING},When\nA,S.,C,1,13/4/2025\nA,T.,C,1,3/4/2025\n"));
    assert_eq!(read.facts[1].date.unwrap().to_string(), "2025-04-03");
}

#[test]
fn every_date_column_reads_dates_in_the_same_way() {
    let read = story(format!("{HEADING},speaker,said,published\nA,B,C; D,1; 2,Ann,13/4/2025,3/4/2025; 7 mars 2025\n"));
    assert_eq!(read.facts[0].said.unwrap().to_string(), "2025-04-13");
    let published = read.articles.iter().map(|article| article.date.unwrap().to_string());
    assert_eq!(published.collect::<Vec<_>>(), ["2025-04-03", "2025-03-07"]);
}
