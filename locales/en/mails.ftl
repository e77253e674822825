# Mails: the subject says the news, the first line repeats it, one action, why one gets it and the way out
mail-proposal = “{ $title }” (proposal { $number })
mail-why-author = You get this mail because you made the proposal.
mail-why-signer = You get this mail because you signed the proposal.
mail-why-follower = You get this mail because you follow the proposal.
mail-why-oneself = You get this mail because someone, most likely you, entered your e-mail address on Torget.
mail-way-out = Get no more mails about this proposal
mail-action-proposal = Read it on the proposal’s page
mail-action-my-pages = See the proposal on My pages

mail-code-subject = { $code } is your code for Torget
mail-code-first = Enter this code to sign in to Torget:
mail-code-minutes = The code is valid for 15 minutes and only once.
mail-code-action = Or open the page with a button to sign in
mail-code-not-you = Was it not you? Then you need not do anything. Nobody can sign in without the code.

mail-received-subject = We have received your proposal
mail-received-first = We have received your proposal { $proposal }.
mail-received-next = A moderator reads it by { $day }. If everything is in order it is published, and then 90 days of signatures begin. You get a mail when that happens.

mail-returned-subject = We have a question about your proposal
mail-returned-first = We cannot publish { $proposal } yet. You need to change or clarify something.
mail-returned-by = Answer by { $day }. If there is no answer, the proposal is not published.
mail-returned-action = Answer and change the proposal

mail-refused-subject = Your proposal is not published
mail-refused-first = Your proposal { $proposal } is not published. This is why.
mail-refused-next = You can write a new proposal that follows the rules. Do you think we are wrong? Answer this mail and another moderator will read it.
mail-reopened-subject = We are reviewing your proposal again
mail-reopened-first = We have changed our minds about { $proposal }. What we wrote in our last e-mail no longer holds.
mail-reopened-next = The proposal is now being reviewed again. You do not need to do anything. We will e-mail you when we have decided.

mail-lapsed-subject = Your proposal is not published
mail-lapsed-first = We asked a question about { $proposal } but got no answer in time. So the proposal is not published.
mail-lapsed-next = The text is still on My pages. You can use it in a new proposal.

mail-published-subject = Your proposal is published
mail-published-first = Now everyone can read and sign { $proposal }.
mail-published-next = If the proposal gets at least { $threshold } signatures up to and including { $day }, a committee or a city company must answer. Share the link with those who may want to sign.
mail-published-action = Open and share the proposal

mail-reached-subject = The proposal has { $threshold } signatures
mail-reached-first = { $proposal } has { $threshold } signatures.
mail-reached-next = If that holds until the last day, a committee or a city company must answer. It can be signed up to and including { $day }.

mail-closed-below-subject = The proposal got too few signatures
mail-closed-below-first = { $proposal } got { $count } signatures. It needed { $threshold }.
mail-closed-below-next = No committee has to answer. The proposal can still be read, and anyone can make a new one.

mail-closed-reached-subject = { $body } will answer the proposal
mail-closed-reached-first = { $proposal } got { $count } signatures. The time for signing is over.
mail-closed-reached-next = { $body } takes up the proposal at the first possible meeting. You get a mail when they have decided.
mail-rerouted-subject = { $body } will answer the proposal
mail-rerouted-first = { $proposal } has a new recipient. { $body } is now the one that must answer.
mail-rerouted-next = { $body } takes up the proposal at its first possible meeting. You will get an e-mail when they have decided.

mail-agenda-subject = { $body } takes up the proposal on { $day }
mail-agenda-first = { $body } takes up { $proposal } at the meeting on { $day }.
mail-agenda-next = You get a mail when they have decided.

mail-postponed-subject = { $body } postpones its answer
mail-postponed-first = { $body } has postponed { $proposal }. The next meeting is on { $day }.

mail-decided-yes = { $body } says yes
mail-decided-no = { $body } says no
mail-decided-not-now = { $body } says not now
mail-decided-investigate = { $body } investigates the proposal further
mail-decided-first = { $says } to { $proposal }. The decision was made on { $day }.
mail-decided-yes-next = The proposal is to be carried out. You get a mail when something happens.
mail-decided-no-next = The proposal is not carried out.
mail-decided-not-now-next = The proposal is not carried out just now. It is taken along when the budget is planned.
mail-decided-investigate-next = The administration finds out more. Then a final decision is made, and you get a new mail.
mail-decided-corrected = Correction: { $subject }
mail-decided-corrected-why = We have corrected what we told you earlier about the decision. This is what holds.
mail-decided-action = Read the whole decision

mail-follow-up-done = The proposal has been carried out
mail-follow-up-under-way = Work on the proposal has begun
mail-follow-up-planned = The proposal is planned
mail-follow-up-stopped = The proposal will not be carried out
mail-follow-up-first = { $state }: { $proposal }. { $body } told us on { $day }.

mail-removed-subject = The proposal has been removed
mail-removed-first = { $proposal } has been removed from Torget.

way-out-title = Get no more mails about the proposal
way-out-text = Press the button and we send you no more mails about this proposal. Your signature stays.
way-out-button = Send no more mails
way-out-done-title = You get no more mails about the proposal
way-out-done-text = Your signature stays. You can still read everything that happens on the proposal’s page.
way-out-to-proposals = To all proposals
