"""Who the authorities are: joined by DfE's code or ONS's, present or former, and never by name. Files that list all of them add new ones."""

import re
from dataclasses import dataclass

import pandas as pd

from lib import workbooks
from lib.errors import WARNING
from lib.publications import kinds, tables
from lib.publications.reorganisations import FIRST_YEAR, FORMER, LAST_YEAR, there

ENGLAND, ENGLAND_ONS = "970", "E92000001"
# DfE's code of each region with ONS's, as the List of local authorities and Explore Education Statistics have them, and what else LAIT calls it.
REGIONS = {
    "980": ("E12000001", "North East"), "981": ("E12000002", "North West"), "982": ("E12000003", "Yorkshire and the Humber"),
    "983": ("E12000004", "East Midlands"), "984": ("E12000005", "West Midlands"), "985": ("E12000006", "East of England"),
    "986": ("E12000007", "London"), "987": ("E13000001", "Inner London", "London (Inner)"), "988": ("E13000002", "Outer London", "London (Outer)"),
    "989": ("E12000008", "South East"), "990": ("E12000009", "South West"),
}
REGION_ONS = {ons: code for code, (ons, *_) in REGIONS.items()}
REGION_NAMED = {name.casefold(): code for code, (_, *names) in REGIONS.items() for name in names}
CODE, ONS = re.compile(r"[2-9]\d\d"), re.compile(r"E\d{8}")
UNITARY = "E06"
COUNCIL = "authority"
NATIONAL, REGIONAL, LOCAL = "National", "Regional", "Local authority"
A_CODE = "DfE's code of an authority, a region or England, such as 372"


@dataclass(frozen=True)
class Known:
    """Every authority there is: its name by DfE's code, and DfE's code by each of its ONS codes."""

    names: dict
    by_ons: dict


def known(authorities):
    """The Known of a table of authorities, and England and the regions, which need no file."""
    return Known(dict(zip(authorities.authority, authorities.name)), {**_owners(authorities), **REGION_ONS, ENGLAND_ONS: ENGLAND})


def _owners(authorities):
    """The authority of every ONS code of a table of authorities."""
    return {ons: row.authority for row in authorities.itertuples() for ons in (row.ons, *row.ons_before.split()) if ons}


def named(code, councils):
    """An authority as messages call it.

    >>> named("372", Known({"372": "Rotherham"}, {}))
    'Rotherham (372)'
    """
    return f"{councils.names[code]} ({code})" if code in councils.names else code


def kind_of(code):
    """What a code of DfE's stands for: `england`, `region` or `authority`."""
    return "england" if code == ENGLAND else "region" if code in REGIONS else COUNCIL


def listed(code, name, region, source):
    """The authorities that a file lists, as rows of the table: DfE's codes, names, and regions by name. LAIT writes NA for no region."""
    return _rows(code, pd.Series("", index=code.index), name, region.str.casefold().map(REGION_NAMED).fillna(""), source)


def of_statistics(table, source):
    """The local authorities of a table of statistics, as rows of the table of authorities: one for each ONS code they had."""
    local = table[table[kinds.LEVEL].eq(LOCAL) & table[kinds.OLD_CODE].str.fullmatch(CODE) & table[kinds.ONS_CODE].str.fullmatch(ONS)]
    local = _with_their_own(local).drop_duplicates([kinds.OLD_CODE, kinds.ONS_CODE, kinds.NAME, kinds.REGION_CODE])
    return _rows(local[kinds.OLD_CODE], local[kinds.ONS_CODE], local[kinds.NAME], local[kinds.REGION_CODE].map(REGION_ONS).fillna(""), source)


def _with_their_own(local):
    """The rows whose ONS code is that authority's and no other's: a code in two authorities' rows is whose it is in most of them."""
    counted = local.groupby([kinds.ONS_CODE, kinds.OLD_CODE]).size().sort_values(kind="stable").reset_index()
    owner = dict(zip(counted[kinds.ONS_CODE], counted[kinds.OLD_CODE]))
    return local[local[kinds.ONS_CODE].map(owner) == local[kinds.OLD_CODE]]


def _rows(code, ons, name, region, source):
    made = pd.DataFrame({"authority": code, "ons": ons, "name": name.str.removesuffix(FORMER), "region": region, "source": source, "ons_before": ""})
    return made[made.authority.str.fullmatch(CODE)].drop_duplicates()


def merged(held, found):
    """The table of authorities with what files said of them: rows of each `authority`, their names from LAIT or the List before statistics'.

    Of several ONS codes the latest is `ons` and the others `ons_before`; one that is held of an authority is no other's.
    """
    owner = _owners(held)
    said = pd.concat([held, *found], ignore_index=True)
    if said.empty:
        return tables.frame("authorities")
    said = said.assign(ons=[ons if owner.get(ons, code) == code else "" for ons, code in zip(said.ons, said.authority)])
    ranked = said.assign(rank=[_rank(source) for source in said.source]).sort_values(["rank", "name"], kind="stable")
    regions = ranked[ranked.region != ""].groupby("authority").region.last()
    last = ranked.groupby("authority")[["name", "source"]].last().reset_index()
    codes = (said.ons + " " + said.ons_before).groupby(said.authority).agg(" ".join)
    ons = [_by_age(set(codes[code].split()) | _own(code)) for code in last.authority]
    made = last.assign(ons=[each[-1] if each else "" for each in ons], ons_before=[" ".join(each[:-1]) for each in ons],
                       kind=last.authority.map(kind_of), region=[regions.get(code, "") for code in last.authority],
                       first_year=last.authority.map(FIRST_YEAR).map(_year), last_year=last.authority.map(LAST_YEAR).map(_year))
    return tables.ordered("authorities", made)


def _own(code):
    return {ENGLAND_ONS} if code == ENGLAND else {REGIONS[code][0]} if code in REGIONS else set()


def _year(year):
    return "" if year != year else str(int(year))


def _rank(source):
    """Whose name of an authority stands: the List's and LAIT's before that of statistics, then the newer edition's."""
    kind, edition = kinds.of_source(source)
    return f"{int(kind in (kinds.LAIT, kinds.LA_CODES))} {edition or '0000'} {source}"


def _by_age(codes):
    """ONS codes of one council, the oldest first: ONS numbers councils of a kind as they are made, and one that changed its kind became unitary.

    >>> _by_age({"E06000065", "E10000023"}), _by_age({"E08000038", "E08000016"})
    (['E10000023', 'E06000065'], ['E08000016', 'E08000038'])
    """
    return sorted(codes, key=lambda code: (code.startswith(UNITARY), code))


def joined(rows, councils):
    """DfE's code for each row of statistics, by its geographic level; rows that name no authority are set aside and said."""
    table = rows.table
    level = table[kinds.LEVEL]
    _reject_levels(rows, level)
    old, ons = table[kinds.OLD_CODE], table[kinds.ONS_CODE].map(councils.by_ons).fillna("")
    local = old.where(old.isin(councils.names), "").mask(~old.str.fullmatch(CODE), ons)
    region = table[kinds.REGION_CODE].map(REGION_ONS).fillna("")
    code = pd.Series(ENGLAND, index=table.index, dtype="str").mask(level == REGIONAL, region).mask(level == LOCAL, local)
    _reject_other(rows, table, code, ons)
    return code


def _reject_levels(rows, level):
    for words, of_words in level[~level.isin((NATIONAL, REGIONAL, LOCAL))].groupby(level):
        rows.reject(of_words.index, "unknown geographic level", f'{{}}: the level is "{words[:40]}"', f'"{NATIONAL}", "{REGIONAL}" or "{LOCAL}"', kinds.LEVEL)


def _reject_other(rows, table, code, ons):
    left = rows.table.index
    reject_unknown(rows, code[left][code[left] == ""], table[kinds.OLD_CODE].mask(table[kinds.LEVEL] == REGIONAL, table[kinds.REGION_CODE]), kinds.OLD_CODE)
    two = left[(table[kinds.LEVEL][left] == LOCAL) & (ons[left] != "") & (ons[left] != code[left]) & (code[left] != "")]
    rows.reject(two, "two authorities", f"{{}}: DfE's code and ONS's are of different authorities ({_pairs(table.loc[two])})", "two codes of one authority",
                kinds.OLD_CODE)


def _pairs(table):
    return ", ".join(dict.fromkeys(f"{row[0]} and {row[1]}" for row in table[[kinds.OLD_CODE, kinds.ONS_CODE]].head(3).to_numpy()))


def reject_unknown(rows, unknown, words, column, expected=A_CODE):
    """Set aside the rows (the index of `unknown`) whose code, in `words`, is that of no authority, and say which."""
    shown = ", ".join(f'"{word}"' for word in list(dict.fromkeys(words[unknown.index]))[:5])
    rows.reject(unknown.index, "unknown code", f"{{}}: no authority has the code {shown}", expected, column,
                advice="Correct the code; or, if the authority is new, load a file that lists it (LAIT, or statistics that have its ONS code) and this one again.")


def say_missing(rows, code, year, councils, column=kinds.OLD_CODE):
    """Say which authorities have no row for a year of a file though they were there in it. `code` and `year` are Series of the rows used."""
    present, years = set(zip(code, year.astype(int))), sorted(set(year.astype(int)))
    missed = {each: [when for when in years if there(each, when) and (each, when) not in present] for each in councils.names}
    _say_missing(rows, [f"{named(each, councils)} for {_span(lacking)}" for each, lacking in missed.items() if lacking],
                 "a row a year for every authority of England", column)


def say_absent(rows, code, year, councils, column):
    """Say which councils that were there in a year have no row in a file that has no years. `code` is a Series of the rows used."""
    absent = [each for each in councils.names if kind_of(each) == COUNCIL and there(each, year) and each not in set(code)]
    _say_missing(rows, [named(each, councils) for each in absent], "a row for every council of England", column)


def _say_missing(rows, names, expected, column):
    if names:
        rows.say(WARNING, "missing authority", f"there is no row of {workbooks.listed(names)}", expected,
                 "What is held of it stands; see whether the publisher left it out. If it was ended or made since, lib/publications/reorganisations.py has to say so.",
                 column)


def _span(years):
    """Years, as a sentence names them.

    >>> _span([2024]), _span([2021, 2022, 2023]), _span([2021, 2023])
    ('2024', '2021 to 2023', '2021 and 2023')
    """
    if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]} to {years[-1]}"
    return workbooks.listed(years)
