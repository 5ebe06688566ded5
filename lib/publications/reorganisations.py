"""Which councils a reorganisation of local government ended or made, and the last or first year of statistics that each has.

Nothing in a publication says so: a council that a file lacks may have been ended, or forgotten. The next reorganisation is added here.
"""

LAST_YEAR = {
    "835": 2019, "836": 2019, "837": 2019,      # Dorset, Poole, Bournemouth: the Bournemouth, Dorset and Poole (Structural Changes) Order 2018
    "928": 2021,                                # Northamptonshire: the Northamptonshire (Structural Changes) Order 2020
    "909": 2023,                                # Cumbria: the Cumbria (Structural Changes) Order 2022
}
FIRST_YEAR = {
    "838": 2020, "839": 2020,                   # Dorset; Bournemouth, Christchurch and Poole: on 1 April 2019
    "940": 2022, "941": 2022,                   # North and West Northamptonshire: on 1 April 2021
    "942": 2024, "943": 2024,                   # Cumberland; Westmorland and Furness: on 1 April 2023
}
FORMER = " (Pre LG)"                            # LAIT's and the neighbour models' mark of a council that was ended


def there(code, year):
    """Whether a council was there for a year of statistics, the year it ends in.

    >>> there("928", 2021), there("928", 2022), there("940", 2021), there("372", 2021)
    (True, False, False, True)
    """
    return FIRST_YEAR.get(code, year) <= year <= LAST_YEAR.get(code, year)
