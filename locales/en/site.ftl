### Texts of the whole site: the frame, dates and numbers, and the parts every page is made of.

## The frame

site-name = Torget

site-page-title = { $title } – Torget
site-skip-link = Skip to content
site-nav-label = Main menu
site-nav-menu = Menu
site-nav-start = Start
site-nav-proposals = Proposals
site-nav-new-proposal = Make a proposal
site-nav-statistics = Statistics
site-nav-how = How it works
site-nav-staff = Staff
site-language-label = Language
site-sign-in = Sign in
site-sign-out = Sign out
site-my-pages = My pages

site-signed-in-as = Signed in as { $name }
site-footer-label = About the site
site-footer-about = About Torget
site-footer-rules = Rules
site-footer-accessibility = Accessibility
site-footer-privacy = Personal data
site-footer-contact = Contact
site-footer-purpose = Here you make proposals to the City of Gothenburg, sign those of others and see what the city answers.
site-demo-title = This is a demo
site-demo-text = Proposals that begin with “Exempel” are made up. The others come from the city’s open data. Nothing you do here is sent to the City of Gothenburg.
site-breadcrumbs-label = You are here

## Dates and times

date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-weekday-1 = Monday
date-weekday-2 = Tuesday
date-weekday-3 = Wednesday
date-weekday-4 = Thursday
date-weekday-5 = Friday
date-weekday-6 = Saturday
date-weekday-7 = Sunday

date-full = { $day } { $month } { $year }

date-with-weekday = { $weekday } { $date }

date-with-time = { $date } at { $time }

date-time = { $hour }:{ $minute }
date-today = today
date-yesterday = yesterday
date-tomorrow = tomorrow

date-in-days = { $count ->
    [one] in { $shown } day
   *[other] in { $shown } days
}

date-days-ago = { $count ->
    [one] { $shown } day ago
   *[other] { $shown } days ago
}

date-days = { $count ->
    [one] { $shown } day
   *[other] { $shown } days
}

date-days-left = { $count ->
    [0] last day
    [one] { $shown } day left
   *[other] { $shown } days left
}

## Numbers and lists

number-percent = { $number }%

list-and = { $first } and { $last }

list-or = { $first } or { $last }

## Forms

form-optional = optional

form-errors-title = { $count ->
    [one] One answer needs correcting
   *[other] { $shown } answers need correcting
}
form-error-prefix = Error:

form-counter = At most { $limit } characters.

form-counter-used = { $used } of at most { $limit } characters.
form-select-prompt = Choose

## Parts

component-whats-next = What happens next?
component-notice-info = Good to know
component-notice-done = Done
component-notice-late = Note
component-notice-error = Error

component-step = Step { $current } of { $total }
component-pages-label = Pages of the list
component-pages-previous = Previous
component-pages-next = Next
component-show-as-table = Show as a table

component-source = Source: { $source }

component-progress = { $shown } of { $threshold } signatures

component-progress-reached = { $count ->
    [one] { $shown } signature, { $threshold } needed
   *[other] { $shown } signatures, { $threshold } needed
}

component-progress-ended = { $count ->
    [one] { $shown } signature, { $threshold } were needed
   *[other] { $shown } signatures, { $threshold } were needed
}

component-signatures-of = { $count ->
    [one] signature of the { $threshold } needed
   *[other] signatures of the { $threshold } needed
}

component-signatures-reached = { $count ->
    [one] signature, { $threshold } needed
   *[other] signatures, { $threshold } needed
}

component-signatures-ended = { $count ->
    [one] signature, { $threshold } were needed
   *[other] signatures, { $threshold } were needed
}

component-timeline-done = Done
component-timeline-now = Now
component-timeline-coming = Coming

component-timeline-responsible = Responsible: { $who }

component-card-number = Number { $number }
component-card-decided = Decided { $date }
