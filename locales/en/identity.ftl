### Signing in, signing out, and what a new person tells.

signin-title = Sign in
signin-lead = Choose how to sign in. Then you return to where you were.
signin-lead-sign = Sign in to add your signature. You return straight to the proposal.
signin-lead-follow = Sign in to follow the proposal. You return straight to it.
signin-lead-send = Sign in to send your proposal. What you have written is saved.

signin-mail-title = With e-mail
signin-mail-text = Works for everyone and takes a minute. We send you a code.
signin-mail-label = Your e-mail address
signin-mail-button = Send a code
signin-mail-missing = Write your e-mail address
signin-mail-wrong = The e-mail address should look like this: name@example.com
signin-mail-too-many = We have already sent several codes to this address. Use the latest code, or try again in an hour.
signin-client-too-many = There have been many sign-ins from your connection. Try again in a while.

signin-eid-title = With e-identification
signin-eid-text = Counts as verified. We never store your personal identity number.
signin-eid-button = Sign in with { $provider }
signin-eid-none = Signing in with e-identification is not switched on here.

signin-code-title = Type in the code
signin-code-sent = We have sent an e-mail to { $address }. The code in it works for 15 minutes.
signin-code-label = The code
signin-code-hint = Eight digits. Spaces do no harm.
signin-code-button = Sign in
signin-code-missing = Write the code that is in the e-mail
signin-code-wrong = { $left ->
    [one] The code is not right. You have one try left.
   *[other] The code is not right. You have { $shown } tries left.
}
signin-code-help-title = No e-mail yet?
signin-code-help = Wait a minute and look among your spam. Check that the address is right.
signin-code-again = Change the address or send a new code
signin-code-where = Type the code here, in the same browser as you began in. If you read the e-mail on another device, use the link in it there.

signin-link-title = Sign in
signin-link-text = You have opened the link that we sent to { $address }. Press the button to sign in in this browser.
signin-link-button = Sign in
signin-link-not-you = Did you not ask to sign in? Close this page. Then nothing happens.

signin-ended-title = The code cannot be used
signin-ended-text = The code or link has been used, is too old, or was asked for in another browser.
signin-spent-title = Too many tries
signin-spent-text = You have typed the wrong code five times. The code no longer works.
signin-ended-button = Send a new code

signin-out-title = Sign out
signin-out-text = Press the button to sign out in this browser.

about-you-title = Welcome! Tell us who you are
about-you-lead = You only need to do this once. You can change it on My pages.
about-you-first = First name
about-you-last = Last name
about-you-ort = Place where you live
about-you-area = Where in Gothenburg do you live?
about-you-area-hint = We ask in order to see whether the proposals reach the whole city. Your answer is shown only in statistics, never with your name.
about-you-area-outside = I do not live in Gothenburg
about-you-area-silent = I do not want to answer
about-you-why-title = Why do we ask?
about-you-why = The city's guideline says that whoever signs gives name and place. Other visitors do not see who has signed. If the proposal gets enough signatures, the committee gets the list of names.
about-you-button = Save and go on
about-you-first-missing = Write your first name
about-you-last-missing = Write your last name
about-you-ort-missing = Write the place where you live
about-you-too-long = There is room for at most { $max } characters
about-you-bad-character = The text holds a character that cannot be used
about-you-area-unknown = Choose an area in the list

eid-user-message = Sign in to Göteborgsförslaget
eid-go-text = You identify yourself at { $provider } and then come back here.
eid-go-button = Continue to { $provider }
eid-go-back = Sign in another way
eid-cancelled-title = You cancelled the sign-in
eid-cancelled-text = You are not signed in. Try again, or sign in with e-mail.
eid-weak-title = Your e-identification is not enough
eid-weak-text = We need an e-identification on assurance level 3 or higher. Use another one, or sign in with e-mail.
eid-away-title = The e-identification does not answer
eid-away-text = The fault lies with the provider or on the way there. Try again in a while, or sign in with e-mail.
eid-refused-title = The sign-in could not be completed
eid-refused-text = The answer from the e-identification could not be accepted. It may have been too old, already used, or meant for another browser. Start again from the beginning, or sign in with e-mail.
eid-number-title = The number cannot be used
eid-number-text = The e-identification gave no personal identity number or coordination number that is valid here. Sign in with e-mail instead.
eid-again = To the sign-in page
