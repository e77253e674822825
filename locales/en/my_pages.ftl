### My pages: what I have done, and what I have told about myself.

my-title = My pages
my-hello = Hello { $name }!
my-proposals-title = My proposals
my-proposals-none = You have not made a proposal yet.
my-proposals-new = Make a proposal
my-signatures-title = What I have signed
my-signatures-none = You have not signed a proposal yet.
my-signatures-find = See proposals that collect signatures
my-signed-on = Signed { $date }
my-signatures-secret = Only you see this list. We work it out when you open the page and do not store it.
my-follows-title = What I follow
my-follows-none = You do not follow a proposal yet.
my-details-title = My details
my-details-name = Name
my-details-ort = Place
my-details-area = Where in Gothenburg
my-details-email = E-mail
my-details-ways = How I sign in
my-details-untold = Not told
my-details-no-email = No e-mail address. You get no e-mail.
my-details-change = Change
my-way-mail = e-mail
my-way-eid = e-identification
my-level-email = You are signed in with e-mail.
my-level-eid = You are signed in with e-identification. Your signatures count as verified.
my-edit-title = Change my details
my-edit-lead = New signatures get the new details. Those you have given do not change.
my-edit-button = Save
my-email-add = Add
my-email-title = Add an e-mail address
my-email-lead = We send news of what you have signed to the address. You can also sign in with it.
my-email-confirm = Add the address
my-email-link = Press the button and we add { $address } to your account. You must be signed in in this browser.
my-eid-add = Add e-identification
my-eid-title = Add an e-identification
my-eid-lead = What you sign from now on then counts as verified, and you can sign in in two ways. We never store your personal identity number.
my-eid-joins = If the e-identification already belongs to another account, we ask you whether the two should become one.
my-eid-button = Add with { $provider }
join-title = You have two accounts. Should they become one?
join-lead-eid = The e-identification already belongs to another account, which is also yours. Everyone may sign a proposal once. So you can join the accounts.
join-lead-mail = The e-mail address already belongs to another account, which is also yours. Everyone may sign a proposal once. So you can join the accounts.
join-moved-title = What we move here from the other account
join-signed = { $count ->
    [one] One signature
   *[other] { $shown } signatures
}
join-followed = { $count ->
    [one] One proposal that you follow
   *[other] { $shown } proposals that you follow
}
join-written = { $count ->
    [one] One proposal that you sent in
   *[other] { $shown } proposals that you sent in
}
join-drafts = { $count ->
    [one] One draft
   *[other] { $shown } drafts
}
join-way = The way to sign in
join-means-title = Before you decide
join-both = { $count ->
    [one] You have signed one proposal with both accounts. If it still collects signatures you count once: the first signature stands and the other is removed.
   *[other] You have signed { $shown } proposals with both accounts. Where signatures are still collected you count once: the first signature stands and the other is removed.
}
join-closed = Where collecting has ended the number of signatures does not change.
join-name = Name and place will be those of the account you are signed in to now.
join-out = You are signed out of the other account on every device.
join-no-way-back = This cannot be undone.
join-button = Join the accounts
join-cancel = Cancel and go to My pages
join-done = Your two accounts are now one.
join-ended-title = This question can no longer be answered
join-ended-text = It has been answered, is older than 15 minutes or was asked in another browser. Nothing more has changed now. See My pages for what holds.
join-ended-button = To My pages
add-weak-title = E-mail is not enough for this
add-weak-text = The account has an e-identification or roles as staff. So it cannot be changed or joined by e-mail alone. Sign in with the e-identification and try again, or add that e-identification on My pages.
add-other-title = The e-identification has another number
add-other-text = There is already an e-identification with another personal identity number. An account is for one person. Sign out first if you want to use the other e-identification.
my-language-title = Language in e-mail to me
my-language-button = Save the language
my-language-saved = The language is saved.
my-mails = Choose which mails I get
my-mails-title = Mails to me
my-mails-label = Send mail about proposals that I have signed or follow
my-mails-hint = You are always told about your own proposals. You are also always told if a proposal is removed.
my-mails-signatures = When a proposal has enough signatures or its time is over
my-mails-meetings = When the case is on the agenda of a meeting or is postponed
my-mails-decisions = When the committee or company has decided
my-mails-follow-ups = When the City tells how it is going
my-mails-button = Save
my-mails-saved = Your choices are saved.
my-out-title = Sign out
my-out-text = Have you signed in on a computer or phone that others use?
my-out-everywhere = Sign out on all devices

my-back = To My pages
my-sessions = See where I am signed in
my-account-title = My account
my-data = Read or download everything about me
my-erase = Erase my account

sessions-title = Where I am signed in
sessions-lead = Is there one you do not recognise? End it.
sessions-by-mail = Signed in with e-mail
sessions-by-eid = Signed in with e-identification
sessions-here = This device
sessions-begun = Began
sessions-last-seen = Last used
sessions-until = Ends at the latest
sessions-end = End
sessions-end-which = the one that began { $begun }
sessions-end-others = End all others
sessions-only-here = You are signed in only here.
sessions-ended = It has been ended.

data-title = Everything about me
data-lead = This is what we keep about you. Only you can open this page. We do not keep your personal identity number or what you sign in with in readable form.
data-download = Download as a file (JSON)
data-none = Nothing.
data-drafts = My drafts
data-roles = Roles as staff
data-signed-at = Signed
data-signed-by = Signed in with
data-number = Number
data-stage = State
data-submitted = Sent in
data-published-name = Name shown
data-place = Place

erase-title = Erase my account
erase-lead = The account goes at once and this cannot be undone.
erase-gone-title = What we remove
erase-gone-profile = Your name, your place, your e-mail address and the ways you sign in
erase-gone-open = Your signatures on proposals that still collect signatures
erase-gone-rest = What you follow, your drafts and everywhere you are signed in. Your name is no longer shown with your proposals.
erase-kept-title = What stays
erase-kept-proposals = Proposals that you sent in. They are public documents, and the City may destroy them only after a special decision (the Archives Act). What you told about yourself in the proposal stays with the City, sealed, but is not shown.
erase-kept-closed = Signatures on proposals where collecting has ended. They still count, but cannot be linked to you.
erase-kept-log = A line in the log that an account was erased, without your name.
erase-take-first = Read or download everything about me first
erase-staff = You have roles as staff. Ask the administrator to end them first.
erase-understand = I understand that this cannot be undone
erase-not-ticked = Tick the box if you want to erase the account
erase-button = Erase my account
erased-title = The account is erased
erased-text = You are signed out. Thank you for taking part.
erased-start = To the start page

staff-title = Staff
staff-lead = Here is what your roles let you do. Everything you do is written in the log.
staff-reviews-title = Review proposals
staff-reviews-link = To the review queue
staff-cases-title = Cases
staff-cases-text = Proposals that { $bodies } is to answer.
staff-cases-all = The cases of all committees and companies. You decide who coordinates.
staff-cases-left = { $count ->
    [0] No case is left to do.
    [one] One case is left to do.
   *[other] { $shown } cases are left to do.
}
staff-cases-late = { $count ->
    [one] One of them is late. Take it first.
   *[other] { $shown } of them are late. Take them first.
}
staff-cases-link = To the cases
staff-figures-title = Statistics
staff-figures-text = Figures about proposals, signatures and decisions.
staff-figures-link = To the statistics
staff-admin-title = Administration
staff-admin-text = Rules and rights are changed with the command torget admin on the server. Every change is written in the log.
staff-role-moderator = moderator
staff-role-coordinator = coordinator
staff-role-handlaggare = case officer
staff-role-analyst = analyst
staff-role-administrator = administrator
staff-roles = Your roles: { $roles }.
