"""What a text leaves open, plans, asks for or denies gives no meeting, call or visit that was."""

import re

import pytest
from reading import check, told

from kg.extract.doubt import without_open

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"
HAPPENED = re.compile(r"(?:happened|presupposed) (?:meeting|call|visit|activity|observation|appointment)\b.*:")
NEVER = (
    f"The initiative aims to bring together {LUND} and {NOVY}.",
    f"At a meeting in Vienna tomorrow, {LUND} and {NOVY} will discuss the ceasefire.",
    f"{LUND} and {NOVY} refused to sit down for talks.",
    f"{LUND} was denied an audience by {NOVY}.",
    f"{LUND} stopped short of meeting {NOVY}.",
    f"{LUND} all but met {NOVY}.",
    f"{LUND} pulled out of talks with {NOVY}.",
    f"{LUND} withdrew from a meeting with {NOVY}.",
    f"{LUND} stayed away from the meeting with {NOVY}.",
    f"The meeting between {LUND} and {NOVY} fell through.",
    f"The meeting between {LUND} and {NOVY} collapsed before it began.",
    f"The meeting between {LUND} and {NOVY} was aborted at the last minute.",
    f"The meeting between {LUND} and {NOVY} was abandoned.",
    f"The meeting between {LUND} and {NOVY} was delayed indefinitely.",
    f"The meeting between {LUND} and {NOVY} was moved to April.",
    f"{LUND} was prevented by fog from visiting Kyiv.",
    f"No date has been set for a meeting between {LUND} and {NOVY}.",
    f"A meeting between {LUND} and {NOVY} remains unlikely.",
    f"It is too early to speak of a meeting between {LUND} and {NOVY}.",
    f"{LUND} ruled out a meeting with {NOVY}.",
    f"{LUND} declined an invitation to meet {NOVY}.",
    f"{NOVY} refused to receive {LUND}.",
    f"The meeting between {LUND} and {NOVY} had to be called off.",
    f"The Co-Chairs stand ready to organize a meeting between {LUND} and {NOVY}.",
    f"The Chairperson-in-Office offered to host a meeting between {LUND} and {NOVY} in Vienna.",
    f"The Chairperson-in-Office proposed that {LUND} meet {NOVY}.",
    f"He suggested a meeting between {LUND} and {NOVY}.",
    f"The Ambassador voiced hope for an early meeting between {LUND} and {NOVY}.",
    f"Had {LUND} met {NOVY}, the crisis might have been averted.",
    f"If {LUND} meets {NOVY}, the OSCE is ready to assist.",
    f"Rumours that {LUND} met {NOVY} are unfounded.",
    f"Reports that {LUND} had met {NOVY} were denied by the Ministry.",
    f"The spokesperson denied that {LUND} met {NOVY}.",
    f"{LUND} was unable to meet {NOVY} owing to illness.",
    f"{LUND} cancelled his meeting with {NOVY}.",
    f"{LUND} postponed his visit to Kyiv.",
    f"{LUND} has yet to meet {NOVY}.",
    f"{LUND} left Vienna without meeting {NOVY}.",
    f"{LUND} was to have met {NOVY} on Monday.",
    f"{LUND} was to have travelled to Kyiv on Monday.",
    f"{LUND} would have met {NOVY} but for the weather.",
    f"{LUND} and {NOVY} could meet in Minsk next week.",
    f"{LUND} and {NOVY} may hold talks in Geneva.",
    f"{LUND} might visit Kyiv in the autumn.",
    f"The Chairperson-in-Office urged {LUND} and {NOVY} to meet without delay.",
    f"The Chairperson-in-Office called on {LUND} and {NOVY} to hold direct talks.",
    f"Efforts to bring {LUND} and {NOVY} together at one table have failed.",
    f"Preparations for a meeting of {LUND} with {NOVY} are under way.",
    f"The agenda for the meeting of {LUND} with {NOVY} was agreed.",
    f"{LUND} welcomed the readiness of {NOVY} to meet.",
    f"{LUND} met the deadline set by {NOVY}.",
    f"{LUND} met with criticism from {NOVY}.",
    f"{LUND} accepted an invitation to visit Tbilisi.",
    f"{LUND} was invited to visit Tbilisi by {NOVY}.",
    f"{LUND} is expected in Vienna for talks with {LUND}.",
    f"Ahead of his meeting with {NOVY}, {LUND} spoke to reporters.",
    f"Before meeting {NOVY} tomorrow, {LUND} will visit the memorial.",
    "A visit by the Chairperson-in-Office to Tskhinvali did not take place.",
    "The planned visit of the Co-Chairs to Stepanakert was postponed.",
    "The 54th round of the Geneva International Discussions was postponed.",
    "The next round of the Geneva International Discussions has not yet been scheduled.",
    "The 118th meeting of the Incident Prevention and Response Mechanism could not be convened.",
    "The participants were unable to agree on a date for the 119th meeting of the Incident Prevention and Response Mechanism.",
    "No round of the 5+2 talks was held in 2020.",
    "The Chairperson-in-Office regretted that the 5+2 talks had not resumed.",
    "The Special Representative called for the resumption of the 5+2 talks.",
    "The resumption of the 5+2 talks in Tiraspol would be a welcome step.",
    "The OSCE will not observe the elections in Belarus.",
    "ODIHR cancelled its observation of the presidential election in Belarus.",
    "The Secretary General has not visited Ashgabat since 2018.",
    f"{LUND} will be received by {NOVY} tomorrow.",
    f"{NOVY} thanked {LUND} in a letter.",
    f"{NOVY} discussed his meeting plans with the press.",
    f"{NOVY} wrote to {LUND} to propose a meeting.",
    f"{NOVY} sent a message to {LUND} on the occasion of the meeting.",
    f"The two ministers, {NOVY} and {LUND}, have never met.",
    f"Plans for {NOVY} to call {LUND} were shelved.",
    f"{NOVY} tried in vain to reach {LUND} by telephone.",
    f"It was not possible for {NOVY} to speak with {LUND}.",
    f"{NOVY} expects to meet {LUND}.",
    f"{NOVY} asked for a meeting with {LUND}.",
    f"{NOVY}'s request for a meeting with {LUND} went unanswered.",
    f"The Chairperson-in-Office's proposal for talks between {NOVY} and {LUND} was rejected.",
    f"In the absence of talks between {NOVY} and {LUND}, tensions rose.",
    f"{NOVY} is in favour of a meeting with {LUND}.",
    f"{NOVY} saw no need for a meeting with {LUND}.",
    f"Any meeting between {NOVY} and {LUND} must be well prepared.",
    f"Conditions for a meeting between {NOVY} and {LUND} do not exist.",
    f"{NOVY} and {LUND} agreed to meet in Minsk.",
    f"{NOVY} and {LUND} agreed that they would speak again soon.",
)
NOT_SETTLED = (
    f"Talks with {NOVY} were also requested by {LUND}, but have not been confirmed.",
    f"A meeting with {NOVY} has yet to be confirmed, {LUND} said.",
)
NOR_THESE = (
    "The Permanent Council failed to appoint a successor to Secretary General Thomas Greminger.",
    "Foreign Minister Karel Novy is expected to be appointed Special Representative for the South Caucasus.",
    "The Chairperson-in-Office intends to appoint Ambassador Eva Lind as Special Representative for the South Caucasus.",
    "Ambassador Eva Lind was nominated for the post of Special Representative for the South Caucasus.",
    "Ambassador Eva Lind turned down the post of Head of the OSCE Mission to Moldova.",
    "The appointment of Ambassador Eva Lind as Head of the OSCE Mission to Moldova was blocked.",
    "ODIHR has not been invited to observe the elections in Belarus.",
    "ODIHR decided not to deploy an observation mission to Belarus.",
    "ODIHR recommends the deployment of an election observation mission to Georgia.",
    "The OSCE Mission to Moldova plans to organize a training course on mediation in Bender.",
    "A seminar on mediation in Bender was cancelled by the OSCE Mission to Moldova.",
    "The OSCE Mission to Moldova proposed a seminar on mediation.",
    "The OSCE Mission to Moldova could hold a seminar on mediation.",
    "The Chairperson-in-Office hopes to visit Yerevan.",
    "The Chairperson-in-Office would like to visit Yerevan.",
    "The Chairperson-in-Office's visit to Yerevan is off the table.",
    "The Chairperson-in-Office cut short plans to visit Yerevan.",
    "The Chairperson-in-Office was denied entry to Crimea.",
    "The Special Monitoring Mission was prevented from visiting Donetsk.",
    "Monitors could not travel to Donetsk.",
    "Monitors were turned back on the way to Donetsk.",
    "The co-facilitators discussed the visit of Ambassador Eva Lind to Tskhinvali.",
    "Preparations for the visit of Ambassador Eva Lind to Tskhinvali continue.",
    "Ambassador Eva Lind thanked Foreign Minister Karel Novy for the invitation to visit Bratislava.",
    "Ambassador Eva Lind accepted Foreign Minister Karel Novy's invitation to Bratislava.",
    "Ambassador Eva Lind last week said that Foreign Minister Karel Novy should meet Prime Minister Edvin Raud.",
    "The parties failed to agree on a meeting of the Permanent Conference in the 5+2 format.",
    "Nobody met Ambassador Eva Lind at the airport in Tbilisi.",
    "Neither Foreign Minister Karel Novy nor Prime Minister Edvin Raud met Ambassador Eva Lind.",
    "Foreign Minister Karel Novy has not met and will not meet Ambassador Eva Lind.",
    "Foreign Minister Karel Novy hardly ever meets Ambassador Eva Lind.",
    "Foreign Minister Karel Novy rejected Ambassador Eva Lind's request to meet.",
    "Foreign Minister Karel Novy was asked whether he had met Ambassador Eva Lind.",
    "Foreign Minister Karel Novy wants Ambassador Eva Lind to visit Bratislava.",
    "Foreign Minister Karel Novy is seeking to arrange a call with Ambassador Eva Lind.",
    "Foreign Minister Karel Novy skipped the meeting with Ambassador Eva Lind.",
    "Foreign Minister Karel Novy missed the talks with Ambassador Eva Lind.",
    "In a letter, Foreign Minister Karel Novy invited Ambassador Eva Lind for talks in Bratislava.",
)
THERE_WAS_ONE = (
    f"The meeting between {LUND} and {NOVY} took place in Riga.",
    f"A meeting between {LUND} and {NOVY}, mediated by the Co-Chairs, was held in Riga yesterday.",
    f"At a meeting between {LUND} and {NOVY} in Riga, both sides agreed to release detainees.",
    f"The talks between {LUND} and {NOVY} go on in Riga.",
    f"{LUND}, who may run for office next year, met {NOVY} in Riga.",
    f"If all goes well the gate will open in May, and {LUND} met {NOVY} in Riga to see to it.",
)


@pytest.mark.parametrize("sentence", [*NEVER, *NOT_SETTLED, *NOR_THESE])
def test_what_may_be_is_not_told_as_done(sentence: str) -> None:
    found = told(sentence)
    assert not [line for line in found if HAPPENED.match(line)], sorted(found)


@pytest.mark.parametrize("sentence", THERE_WAS_ONE)
def test_words_that_say_that_there_was_one(sentence: str) -> None:
    check(told(sentence), ["happened meeting: Anna Lund + Karel Novy"])


@pytest.mark.parametrize("sentence", [*NEVER, *THERE_WAS_ONE])
def test_offsets_stay_where_they_are(sentence: str) -> None:
    assert len(without_open(sentence)) == len(sentence)
