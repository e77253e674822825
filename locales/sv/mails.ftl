# Mejl: ämnet säger nyheten, första raden upprepar den, en sak att göra, varför man får mejlet och hur man slipper fler
# $title (String) - the proposal's title
# $number (String) - its public number
mail-proposal = ”{ $title }” (förslag { $number })
mail-why-author = Du får det här mejlet för att du har lämnat förslaget.
mail-why-signer = Du får det här mejlet för att du har skrivit under förslaget.
mail-why-follower = Du får det här mejlet för att du följer förslaget.
mail-why-oneself = Du får det här mejlet för att någon, troligen du, skrev in din e-postadress på Torget.
mail-way-out = Få inga fler mejl om det här förslaget
mail-action-proposal = Läs på förslagets sida
mail-action-my-pages = Se förslaget på Mina sidor

# $code (String) - the one-time code
mail-code-subject = { $code } är din kod till Torget
mail-code-first = Skriv in den här koden för att logga in på Torget:
mail-code-minutes = Koden gäller i 15 minuter. Du kan bara använda den en gång.
mail-code-action = Eller öppna den här sidan och tryck på knappen
mail-code-not-you = Var det inte du? Då behöver du inte göra något. Ingen kan logga in utan koden.

mail-received-subject = Vi har tagit emot ditt förslag
# $proposal (String) - title and number
mail-received-first = Vi har tagit emot ditt förslag { $proposal }.
# $day (String) - the day the review is due
mail-received-next = En moderator läser det senast { $day }. Följer det reglerna publicerar vi det, och då kan alla skriva under. Du behöver inte göra något nu. Vi mejlar dig när vi har bestämt oss.

mail-returned-subject = Vi har en fråga om ditt förslag
# $proposal (String) - title and number
mail-returned-first = Vi kan inte publicera { $proposal } ännu. Du behöver ändra eller förtydliga något.
# $day (String) - the last day to answer
mail-returned-by = Svara senast { $day }. Sedan granskar vi förslaget igen. Får vi inget svar i tid publicerar vi det inte.
mail-returned-action = Svara och ändra förslaget

mail-refused-subject = Ditt förslag publiceras inte
# $proposal (String) - title and number
mail-refused-first = Ditt förslag { $proposal } publiceras inte. Här är skälet.
mail-refused-next = Du kan skriva ett nytt förslag som följer reglerna. Tycker du att vi har fel? Svara på det här mejlet, så läser en annan moderator ditt förslag.
mail-reopened-subject = Vi granskar ditt förslag igen
# $proposal (String) - title and number
mail-reopened-first = Vi har ändrat oss om { $proposal }. Det vi skrev i vårt förra mejl gäller inte längre.
mail-reopened-next = Nu granskar vi förslaget på nytt. Du behöver inte göra något. Vi mejlar dig när vi har bestämt oss.
# $day (String) - the day the review is due
mail-reopened-next-by = Nu granskar vi förslaget på nytt, senast { $day }. Du behöver inte göra något. Vi mejlar dig när vi har bestämt oss.

mail-lapsed-subject = Ditt förslag publiceras inte
# $proposal (String) - title and number
mail-lapsed-first = Vi ställde en fråga om { $proposal } men fick inget svar i tid. Därför publiceras inte förslaget.
mail-lapsed-next = Texten finns kvar på Mina sidor. Du kan använda den i ett nytt förslag.

mail-published-subject = Ditt förslag är publicerat
# $proposal (String) - title and number
mail-published-first = Nu kan alla läsa och skriva under { $proposal }.
# $threshold (String) - signatures needed
# $day (String) - the last day to sign
mail-published-next = Får förslaget minst { $threshold } underskrifter till och med { $day } ska en nämnd eller ett bolag svara. Dela länken med dem som kan vilja skriva under. Vi mejlar dig när tiden är slut.
mail-published-action = Öppna och dela förslaget

# $threshold (String) - signatures needed
mail-reached-subject = Förslaget har fått { $threshold } underskrifter
# $proposal (String) - title and number
# $threshold (String) - signatures needed
mail-reached-first = { $proposal } har fått { $threshold } underskrifter.
# $day (String) - the last day to sign
mail-reached-next = Räcker underskrifterna när tiden är slut ska en nämnd eller ett bolag svara. Det går att skriva under till och med { $day }. Du får ett mejl när tiden är slut.

mail-closed-below-subject = Förslaget fick för få underskrifter
# $proposal (String) - title and number
# $count (String) - signatures
# $threshold (String) - signatures needed
mail-closed-below-first = { $proposal } fick { $count } underskrifter. Det behövdes { $threshold }.
mail-closed-below-next = Nu arkiveras förslaget, och ingen nämnd behöver svara. Du kan fortfarande läsa det. Vem som helst får lämna ett nytt förslag.

# $body (String) - the nämnd or bolag
mail-closed-reached-subject = { $body } ska svara på förslaget
# $proposal (String) - title and number
# $count (String) - signatures
mail-closed-reached-first = { $proposal } fick { $count } underskrifter. Tiden för att skriva under är slut.
# $body (String) - the nämnd or bolag
mail-closed-reached-next = { $body } tar upp förslaget på första möjliga möte. Du får ett mejl när de har beslutat.

# $body (String) - the nämnd or bolag
mail-rerouted-subject = { $body } ska svara på förslaget
# $proposal (String) - title and number
# $body (String) - the nämnd or bolag
mail-rerouted-first = { $proposal } har bytt mottagare. Nu är det { $body } som ska svara.
# $body (String) - the nämnd or bolag
mail-rerouted-next = { $body } tar upp förslaget på första möjliga möte. Du får ett mejl när de har beslutat.
# $body (String) - the nämnd or bolag
# $threshold (String) - signatures needed
mail-rerouted-open-next = Förslaget samlar underskrifter som förut. Får det { $threshold } underskrifter i tid tar { $body } upp det på ett möte, och du får ett mejl när de har beslutat.

# $body (String) - the nämnd or bolag
# $day (String) - the day of the meeting
mail-agenda-subject = { $body } tar upp förslaget { $day }
# $proposal (String) - title and number
# $body (String) - the nämnd or bolag
# $day (String) - the day of the meeting
mail-agenda-first = { $body } tar upp { $proposal } på mötet { $day }.
mail-agenda-next = Du får ett mejl när de har beslutat, eller om förslaget skjuts upp.

# $body (String) - the nämnd or bolag
mail-postponed-subject = { $body } skjuter upp sitt svar
# $proposal (String) - title and number
# $body (String) - the nämnd or bolag
# $day (String) - the day of the next meeting
mail-postponed-first = { $body } har skjutit upp { $proposal }. Nästa möte är { $day }.
mail-postponed-next = Du behöver inte göra något. Du får ett mejl när de har beslutat, eller om förslaget skjuts upp igen.
# $body (String) - the nämnd or bolag
mail-referred-back-subject = { $body } vill veta mer innan de svarar
# $body (String) - the nämnd or bolag
# $proposal (String) - title and number
# $day (String) - the day of the next meeting
mail-referred-back-first = { $body } vill ha ett bättre underlag om { $proposal } innan de beslutar (återremiss). De tar upp förslaget igen { $day }.

# $body (String) - the nämnd or bolag
mail-decided-yes = { $body } säger ja
# $body (String) - the nämnd or bolag
mail-decided-no = { $body } säger nej
# $body (String) - the nämnd or bolag
mail-decided-not-now = { $body } säger inte nu
# $body (String) - the nämnd or bolag
mail-decided-investigate = { $body } utreder förslaget vidare
# $says (String) - who says what
# $proposal (String) - title and number
# $day (String) - the day of the decision
mail-decided-first = { $says }. Det gäller { $proposal }. Beslutet fattades { $day }.
mail-decided-yes-next = Förslaget ska genomföras. Du får ett mejl när något händer.
mail-decided-no-next = Förslaget genomförs inte. Det var sista steget.
mail-decided-not-now-next = Förslaget genomförs inte just nu. Det tas med som underlag när budgeten planeras. Du får ett mejl om något händer.
mail-decided-investigate-next = Nu utreds förslaget. Sedan fattas ett slutligt beslut, och då får du ett nytt mejl.
# $subject (String) - the corrected message
mail-decided-corrected = Rättelse: { $subject }
mail-decided-corrected-why = Vi har rättat det som vi berättade tidigare om beslutet. Det här gäller.
mail-decided-action = Läs hela beslutet

mail-follow-up-done = Förslaget är genomfört
mail-follow-up-under-way = Arbetet med förslaget har börjat
mail-follow-up-planned = Förslaget är inplanerat
mail-follow-up-stopped = Förslaget blir inte genomfört
# $state (String) - what became of it
# $proposal (String) - title and number
# $body (String) - the nämnd or bolag
# $day (String) - the day
mail-follow-up-first = { $state }. Det gäller { $proposal }. { $body } har meddelat det, med datumet { $day }.
mail-follow-up-next = Du får ett mejl när det händer något mer.

mail-removed-subject = Förslaget är borttaget
# $proposal (String) - title and number
mail-removed-first = { $proposal } är borttaget från Torget.
mail-removed-next = Du kan inte längre läsa eller skriva under det. Här är skälet.

way-out-title = Få inga fler mejl om förslaget
way-out-text = Tryck på knappen så skickar vi inga fler mejl om det här förslaget till dig. Har du skrivit under står din underskrift kvar.
way-out-button = Skicka inga fler mejl
way-out-done-title = Du får inga fler mejl om förslaget
way-out-done-text = Har du skrivit under står din underskrift kvar. Du kan fortfarande läsa allt som händer på förslagets sida.
way-out-to-proposals = Till alla förslag
