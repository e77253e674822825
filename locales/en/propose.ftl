### The wizard for making a proposal, and the author’s own pages.

propose-step-idea = Your proposal
propose-step-similar = Similar proposals
propose-step-place = The place
propose-step-about = About you
propose-step-check = Check
propose-step-send = Send
propose-title-with-errors = Error: { $title }

propose-next = Continue
propose-back = Back
propose-later = Save and continue later
propose-save-change = Save the change
propose-change = Change
propose-kept-title = What you wrote is still here
propose-kept-text = You had been signed out when you sent the page. What you wrote is back in the form but not saved yet. Check it and continue.
propose-too-short = Write a little more: { $found } characters now, at least { $min } are needed

propose-too-long = Shorten the text: { $found } characters now, at most { $max } fit

propose-bad-character = The text has a character that cannot be used. Please rewrite it.
propose-email-wrong = The e-mail address should look like this: name@example.com
propose-age-wrong = Write your age in figures, from 0 to { $max }

propose-point-wrong = Write both latitude and longitude in figures, for example 57.70716 and 11.96679
propose-point-outside = The point lies outside Gothenburg. Check the figures or remove them.
propose-title-missing = Write a title
propose-text-missing = Write what you want to change and why
propose-topic-missing = Choose a topic
propose-scope-missing = Choose whether it is about the whole city or a part of it
propose-area-missing = Choose an area, write a place or choose the whole city
propose-first-name-missing = Write your first name
propose-last-name-missing = Write your last name
propose-address-missing = Write your address
propose-town-missing = Write the town where you live
propose-country-missing = Write the country where you live
propose-age-missing = Write your age
propose-gender-missing = Choose one of the answers. You may choose not to answer.
propose-email-missing = Write your e-mail address
propose-residence-unknown = Choose an area in the list
propose-new-title = Make a proposal
propose-idea-title = What do you propose?
propose-who = Anyone can make a proposal to the City of Gothenburg, whatever your age and wherever you live. Companies and associations cannot.
propose-rules-title = What applies
propose-rule-one-matter = A proposal is about one matter. If you have several ideas, make several proposals.
propose-rule-city = The proposal must be something that the City of Gothenburg can decide on.
propose-rule-not = It must not be offensive, break the law, advertise, or be about one person’s own case or the city’s staff.
propose-rule-kind = This is an e-proposal. It is not a medborgarförslag (citizens’ motion) under the Local Government Act.
propose-rules-link = Read all the rules
propose-drafts-title = You have proposals begun
propose-draft-untitled = Proposal without a title
propose-draft-changed = saved { $when }

propose-title-label = Title
propose-title-hint = Say what you want, so that others understand at once. At most { $max } characters.

propose-text-label = Your proposal
propose-text-hint = What do you want to change? Why? For whom? At least { $min } characters. Do not write anything about other people.

propose-topic-label = Topic
propose-similar-title = Would you rather sign one of these?
propose-similar-lead = These proposals are like yours. More signatures on one proposal weigh more than several proposals about the same thing. Is yours different? Then continue.
propose-similar-none-title = No proposal is like yours
propose-similar-none = We compared your proposal with all published ones and found none like it.
propose-similar-go-on = Mine is different, continue
propose-similar-common = In common: { $words }

propose-similar-count = { $count ->
    [one] { $shown } signature
   *[other] { $shown } signatures
}

propose-similar-decided = decided { $date }

propose-similar-sign = Sign this one instead
propose-similar-live = { $count ->
    [one] { $shown } proposal is like yours
   *[other] { $shown } proposals are like yours
}
propose-similar-live-hint = They open in a new tab, so what you are writing stays here.
propose-place-title = Which place is it about?
propose-place-lead = The place helps others to find the proposal and the city to send it right.
propose-scope-label = What is the proposal about?
propose-scope-city = The whole city
propose-scope-part = A part of the city
propose-area-label = Area
propose-area-hint = Choose the area where the place lies. Skip this if it is about the whole city.
propose-words-label = The place in your words
propose-words-hint = For example a square, a street or a stop.
propose-point-title = Give a point on the map
propose-point-text = Only needed if the place is hard to describe. The point then decides which area the proposal belongs to.
propose-map-label = Map of Gothenburg
propose-map-help = Click or tap the map. With a keyboard, move the cross with the arrow keys and choose with Enter. Plus and minus zoom.
propose-map-in = Zoom in
propose-map-out = Zoom out
propose-map-here = Where I am now
propose-map-remove = Remove the point
propose-map-chosen = The point lies in { $area } ({ $lat }, { $lon }).
propose-map-outside = The point lies outside Gothenburg. Choose a place inside the border or remove the point.
propose-map-removed = The point is removed.
propose-map-over = The cross is in { $area }.
propose-map-over-none = The cross is outside Gothenburg.
propose-map-asking = Asking your device where you are.
propose-map-unknown = Your device does not say where you are. Choose on the map instead.
propose-latitude = Latitude
propose-latitude-hint = Most map apps show the figures. For example 57.70716.
propose-longitude = Longitude
propose-about-title = About you who make the proposal
propose-about-lead = Other visitors do not see this. In the next step you decide whether your name is shown.
propose-about-why-title = Why do we ask?
propose-about-why = The city’s guideline says that whoever makes a proposal must give name, address, age, gender and e-mail. You may answer that you do not want to state your gender. Age, gender and area are also used to see whom we reach, without names.
propose-about-privacy = How we handle your personal data
propose-first-name = First name
propose-last-name = Last name
propose-address = Address
propose-address-hint = Street and number, or what there is instead. You may live in any country.
propose-postal-code = Postal code
propose-town = Town
propose-country = Country
propose-country-home = Sweden
propose-email = E-mail address
propose-email-hint = The moderator writes here if anything is unclear. The address is never shown.
propose-age = Age
propose-age-hint = In whole years. Children may make proposals too.
propose-gender = Gender
propose-gender-woman = Woman
propose-gender-man = Man
propose-gender-other = Other
propose-gender-silent = I do not want to answer
propose-residence = Where in Gothenburg do you live?
propose-residence-hint = The answer is only shown in statistics, never together with your name.
propose-residence-outside = I do not live in Gothenburg
propose-residence-silent = I do not want to answer
propose-not-answered = No answer
propose-check-title = Is this right?
propose-check-lead = Read it through before you go on. You can change everything.
propose-check-proposal = This is published
propose-check-about = Only the city sees this
propose-check-who-sees = The moderator and those who handle the proposal see this. It is not published, except your name if you want that.
propose-check-place = Place
propose-check-point = Point on the map in { $area } ({ $lat }, { $lon })

propose-check-name-row = Name
propose-check-name = Should your name stand with the proposal?
propose-consent = Yes, show my name ({ $name }) with the proposal

propose-consent-hint = If you leave it, the proposal stands without a name.
propose-name-not-shown = We do not show the name of anyone under 18. The proposal stands without a name.
propose-send-title = Send the proposal
propose-next-review = A moderator reads your proposal by { $date }.

propose-next-published = If it follows the rules it is published and can be signed. Otherwise you are told why.
propose-next-mail = You get an e-mail when something happens.
propose-send-button = Send the proposal
propose-send-sign-in-title = Sign in to send
propose-send-sign-in = Your proposal is saved. When you have signed in you come back here and send it.
propose-send-stronger = Whoever makes a proposal needs to sign in with an e-identification. If you signed in by e-mail, sign out first. Your proposal is saved.
propose-send-sign-in-button = Sign in and send
propose-saved-title = Your proposal is saved
propose-saved-browser = It is not sent yet. Continue in the same browser on this device.
propose-saved-person = It is not sent yet. Continue on any device when you have signed in.
propose-saved-how = Go to “{ $page }” in the menu. The proposal lies at the top there.

propose-saved-days = We keep it for { $days } from the last change. Then it is removed.

propose-saved-shared-title = Do you share a computer with others?
propose-saved-shared = Sign in, and only you can open the proposal. You can then also continue on another device.
propose-saved-sign-in = Sign in and keep the proposal as yours
propose-saved-go-on = Continue now
propose-discard = Remove what I have written
propose-discard-title = Remove the proposal you began?
propose-discard-text = Everything you have written disappears and cannot be brought back.
propose-discard-button = Remove
propose-discard-keep = Keep
propose-done-title = Thank you! Your proposal is sent
propose-done-number = Its number is { $number }.

propose-done-collect = If it is published, others can sign it for { $days }. With at least { $count } signatures, a committee or company of the city answers.

propose-done-mail = We write to your e-mail address each time something happens.
propose-done-no-mail = Look at My pages. Add an e-mail address there if you want an e-mail when something happens.
propose-done-change = You can take the proposal back until it is published.
propose-done-own = See your proposal
propose-done-others = Read other proposals
own-waiting = A moderator reads your proposal by { $date }.

own-waiting-mail = You get an e-mail when that is done.
own-returned-title = The moderator has a question
own-returned = The proposal is not published yet. Change it below and send it again by { $date }. Otherwise it is not published.

own-lapsed-title = The time to answer has passed
own-lapsed = The proposal is not published. You can make a new one whenever you want.
own-refused-title = The proposal is not published
own-refused = It does not follow the rules. The reasons are below. You can make a new proposal.
own-withdrawn-title = You have taken the proposal back
own-withdrawn = It is not published. You can make a new one whenever you want.
own-removed-title = The proposal is removed
own-removed = The city has removed the proposal after it was published.
own-published = The proposal is published. There you see the signatures and what happens.
own-published-link = To the proposal
own-reasons-title = What the city says
own-note-title = The moderator writes
own-answer-title = Change it and send it again
own-answer-text = Answer by changing the title or the text. The proposal is then reviewed again.
own-answer-button = Send again
own-text-title = Your proposal
own-withdraw-title = Have you changed your mind?
own-withdraw-text = You can take the proposal back until it is published.
own-withdraw-link = Take the proposal back
own-withdraw-question = Do you want to take the proposal back?
own-withdraw-meaning = It is then neither reviewed nor published. You cannot undo this, but you can make a new proposal.
own-withdraw-button = Take the proposal back
own-withdraw-keep = Keep the proposal
