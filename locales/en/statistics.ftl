### The statistics page and the yearly report.

## The page

statistics-title = Statistics
statistics-lead = How many proposals are made, how many collect enough signatures, and what becomes of them.
statistics-year = Year
statistics-all-years = All years
statistics-topic = Topic
statistics-all-topics = All topics
statistics-show = Show
statistics-clear = Show all proposals
statistics-nothing = No proposals fit what you have chosen.
statistics-contents = On this page
statistics-with-examples = The demo's examples are counted.
statistics-leave-examples-out = Count the city's proposals only
statistics-without-examples = The demo's examples are not counted.
statistics-take-examples-in = Count them too
statistics-meaning = { $count ->
    [one] Of { $shown } proposal, { $reached } collected enough signatures for a committee or company of the city to take it up: { $share }.
   *[other] Of { $shown } proposals, { $reached } collected enough signatures for a committee or company of the city to take them up: { $share }.
}
statistics-meaning-answers = Of { $answered } that have been answered, { $yes } are carried out in full or in part: { $share }.
statistics-proposals = Proposals
statistics-reached = Reached the threshold
statistics-share = Share that reached it
statistics-signatures = Signatures
statistics-answered = Answered
statistics-download = Download the table (CSV)
statistics-missing = –
statistics-hidden = not shown
statistics-all = All
statistics-no-year = Without a year
statistics-no-topic = Without a topic
statistics-column-spoken = { $label }: { $whole } proposals, { $part } reached the threshold.
statistics-column-spoken-missing = { $label }: no data.
statistics-source = Source: open data of Göteborgs Stad ({ $date }), minutes of 2024–2025 and proposals on Torget. Counted { $counted }.
statistics-source-own = Source: proposals on Torget. Counted { $counted }.

## Years

statistics-years-title = Year by year
statistics-years-caption = Proposals by the year they were made
statistics-years-sentence = Most proposals were made in { $year }: { $proposals }. Of these, { $reached } reached the threshold, { $share }.
statistics-key = The whole column is the proposals of the year. The dark part reached the threshold.
statistics-years-note = Signatures are counted in the year the proposal was made, not in the year someone signed.
statistics-years-without = { $count ->
    [one] { $shown } proposal has no dates in the source. It counts in the total and among those that reached the threshold, but has no year.
   *[other] { $shown } proposals have no dates in the source. They count in the total and among those that reached the threshold, but have no year.
}
statistics-years-gap = The city's open data end on { $date }. A dash means that there are no data, not that no proposals were made.

## Topics

statistics-topics-title = Topic by topic
statistics-topics-caption = Proposals by topic
statistics-topics-sentence = Most proposals are about { $most }: { $count }. The highest share reaches the threshold in { $best }: { $share }.
statistics-topics-plain = This is how the proposals are spread over topics.
statistics-topics-note = The topic is chosen by the person who makes the proposal. The highest share is taken among topics with at least ten proposals.
statistics-key-bars = The whole bar is all proposals. The dark part reached the threshold.
statistics-of-which-reached = of which { $reached } reached the threshold ({ $share })

## What became of them

statistics-answers-title = What became of the proposals?
statistics-answers-caption = What committees and companies have answered
statistics-answers-sentence = Most answers are no: { $no }. { $yes } proposals are carried out, { $partly } are carried out in part and { $waiting } have no known answer.
statistics-answers-sentence-plain = { $no } proposals got a no. { $yes } are carried out, { $partly } are carried out in part and { $waiting } have no known answer.
statistics-answers-note = A yes is a decision, not word that it is done. What is done stands on the page of each proposal.
statistics-answers-last-known = { $count ->
    [one] { $shown } proposal was waiting for an answer on { $date }. What has happened since is not in the city's open data.
   *[other] { $shown } proposals were waiting for an answer on { $date }. What has happened since is not in the city's open data.
}
statistics-panels-caption = The answers by the year the proposal was made
statistics-panel-yes = Yes, in full or in part
statistics-panel-later = Later, or already arranged
statistics-panel-no = No
statistics-panel-waiting = No known answer
statistics-answer-yes = Carried out
statistics-answer-partly = Carried out in part
statistics-answer-later = Taken into coming planning
statistics-answer-already = Already arranged
statistics-answer-no = Not carried out
statistics-answer-waiting = Waiting for an answer
statistics-answer-last-known-waiting = Was waiting for an answer (last known { $date })
statistics-answer-collecting = Collecting signatures
statistics-answer-last-known-collecting = Was collecting signatures (last known { $date })
statistics-answer-too-few = Too few signatures
statistics-answer-not-compliant = Did not meet the rules
statistics-answer-unknown = Unknown

## Committees and companies

statistics-bodies-title = Committees and companies
statistics-bodies-caption = Proposals and cases at committees and companies
statistics-bodies-median = { $count ->
    [one] It took { $days } from when the committee got the proposal until it had decided ({ $decided } decided case). { $waiting } are waiting.
   *[other] Half of the answers came within { $days } of the committee getting the proposal ({ $decided } decided cases). { $waiting } are waiting.
}
statistics-bodies-no-cases = None of these proposals has become a case on Torget yet, so it is not possible to say how long an answer takes.
statistics-bodies-no-median = No case here has been decided yet, so it is not possible to say how long it takes. { $waiting } are waiting.
statistics-bodies-chart = The { $number } that get the most proposals
statistics-bodies-note = A proposal can go to several committees and then counts at each. Old proposals count at the committee that is responsible today. Where none has taken over, the name stands as it was.
statistics-bodies-times-note = Time is counted in days from when the committee got the proposal to the decision that settled it. Only cases on Torget count, since the city's open data have no dates of decisions.
statistics-former-body = { $name } (no longer exists)
statistics-body = Committee or company
statistics-cases = Cases
statistics-decided = Decided
statistics-waiting = Waiting
statistics-median-days = Days to answer (median)
statistics-longest-wait = Longest wait (days)
statistics-all-cases = All cases

## Places

statistics-places-title = Where in the city?
statistics-places-caption = Proposals by mellanområde
statistics-places-bars = Proposals by stadsområde
statistics-places-sentence = { $placed } of { $all } proposals say which place they are about: { $share }. The others are about the whole city or have no place.
statistics-places-note = The place is voluntary. Few of the older proposals have one, so the map tells more about who stated a place than about where the needs are.
statistics-map-key = The figure is the number of proposals. Darker means more.
statistics-map-spoken = Map of the areas of Gothenburg. All figures are in the table.
statistics-stadsomrade = Stadsområde
statistics-mellanomrade = Mellanområde
statistics-whole-area = The whole stadsområde
statistics-no-place = No place stated

## Those who sign

statistics-signers-title = Where do those who sign live?
statistics-signers-caption = Signatures by where the signer lives
statistics-signers-sentence = { $count ->
    [one] On the proposals that closed in quarter { $quarter } of { $year } there is { $shown } signature.
   *[other] On the proposals that closed in quarter { $quarter } of { $year } there are { $shown } signatures.
}
statistics-signers-none = There is no finished quarter with proposals that have closed here.
statistics-signers-next = The figures of this quarter come when it is over, on { $date }.
statistics-signers-note = Only signatures on Torget are counted. The signatures of the imported proposals have nothing about where anyone lives. The question is voluntary.
statistics-signers-hidden = “Not shown” means fewer than five people, or that the figure would have made it possible to work out another one that is.
statistics-signers-quarter = The figures are shown one finished quarter at a time and do not change afterwards. Otherwise one could compare from day to day and see who has just signed. That is why the year and topic you choose do not affect them.
statistics-quarter = Quarter { $quarter } of { $year }
statistics-quarters = Quarters
statistics-per-thousand = Per 1,000 residents
statistics-not-in-goteborg = Does not live in Gothenburg
statistics-will-not-say = Does not want to say
statistics-not-stated = Not stated

## About the figures

statistics-about-title = About the figures
statistics-about-counted = We count all published proposals since 2017. Proposals that were not published are not counted.
statistics-about-reached = The threshold is 200 signatures in 90 days. Each proposal keeps the threshold that held when it was published.
statistics-about-imported = The proposals up to 2022 come from the city's open data. Some from 2024 and 2025 come from the minutes of kommunstyrelsen. What is missing there has not been filled in.
statistics-about-people = Facts about people are never shown for fewer than five.
statistics-about-files = The files are CSV in UTF-8 with semicolons between the columns. They open in Excel and LibreOffice.

## The yearly report

report-title = Göteborgsförslaget { $year }
report-lead = Yearly report to kommunfullmäktige (the city council).
report-until = The year is not over. The figures hold up to { $date }.
report-imported = The proposals of this year come from the city's open data, which end on { $date }. They lack accounts, proposals that were not published, the dates of decisions and facts about those who made the proposals. Nothing has been filled in, and a dash means that the figure is not known.
report-nothing = There are no data about proposals of { $year }.
report-purpose-title = Purpose
report-purpose-text = Göteborgsförslaget is to give those who live in Gothenburg better possibilities to take part and have influence between elections. It is also to make it easier to understand how democracy works.
report-purpose-city = The city learns what people need in their everyday life, and politicians and officials learn which questions engage people (the guideline, KF 2023-12-07 § 91).
report-counts-title = New accounts and proposals
report-counts-caption = Numbers of the year
report-counts-text = { $count ->
    [one] { $shown } of this year's proposals has been published. { $reached } has reached the threshold for being taken up by a committee or company ({ $share }).
   *[other] { $shown } of this year's proposals have been published. { $reached } of them have reached the threshold for being taken up by a committee or company ({ $share }).
}
report-what = What
report-number = Number
report-accounts = New accounts
report-sent-in = Proposals sent in
report-published = Proposals published
report-waiting-review = Waiting for review
report-returned = Returned with a question
report-refused = Not published
report-withdrawn = Withdrawn
report-removed = Removed after publication
report-decisions-title = Decisions
report-decisions-unknown = The city's open data do not say when the committees decided. The table shows what has become of this year's proposals.
report-decisions-text = A committee or company settled { $decided } proposals on Torget during the year. { $open } had come to a committee but were not settled on { $date }.
report-imported-decisions = { $count ->
    [one] The minutes of kommunstyrelsen also show { $shown } decision on an older proposal during the year.
   *[other] The minutes of kommunstyrelsen also show { $shown } decisions on older proposals during the year.
}
report-decisions-caption = The year's proposals and what has become of them
report-most-title = The proposals that engaged most
report-most-text = The ten of this year's proposals with the most signatures.
report-most-caption = Most signatures
report-proposal = Proposal
report-proposal-number = Number
report-stands = Stage
report-people-title = Whom we reach
report-people-later = Facts about those who make proposals are shown when the year is over, from { $date }. Then they do not change any more, and nobody can be found by comparing two days.
report-people-none = There are no facts about those who made this year's proposals.
report-people-text = Whoever makes a proposal states age and gender, and may tell which mellanområde she or he lives in. A person who made several proposals counts for each.
report-residence-caption = The year's proposals by where the proposer lives
report-age-caption = The year's proposals by age
report-age = Age
report-age-young = Up to 18 years
report-age-middle = 19–65 years
report-age-old = 66 years and older
report-share-of-residents = Share of residents
report-gender-caption = The year's proposals by gender
report-gender = Gender
report-gender-woman = Woman
report-gender-man = Man
report-gender-other = Other
report-about-title = About the report
report-about-text = Proposals count in the year they were made. Facts about people are never shown for fewer than five.
report-choose = Yearly report
report-hint = Print the page, or save it as a PDF from your browser.
report-download = Download the tables (CSV)
report-open-year = The report for { $year }
report-open-so-far = { $year } so far
