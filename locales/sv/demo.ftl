# Sidor som bara finns i demon
demo-post-title = Demons brevlåda
demo-post-lead = Demon skickar inga mejl på riktigt. Här ligger de som skulle ha skickats, de nyaste först.
# $to (String) - an e-mail address
demo-post-filtered = Bara mejl till { $to }.
demo-post-all = Visa alla
demo-post-empty = Inga mejl har skickats än.
# $to (String) - an e-mail address
demo-post-to = Till { $to }
demo-title = Demons reglage
demo-lead = Här kan du prova hela vägen från förslag till uppföljning på en stund. Allt går genom samma knappar och regler som i skarp drift.
demo-people-title = Vara någon annan
demo-people-text = Logga in med test-legitimationen och välj en testperson: invånare, moderator, handläggare eller analytiker.
demo-people-link = Till inloggningen
demo-post-link = Se mejlen som demon har skickat
demo-clock-title = Flytta klockan
# $now (String) - date and time
demo-clock-text = I demon är det nu { $now }. Flytta klockan framåt för att komma till sista dagen eller till svaret.
demo-clock-label = Antal dagar framåt
demo-clock-button = Flytta klockan
# $most (String) - the most days
demo-clock-error = Skriv ett helt antal dagar, från 1 till { $most }.
# $day (String) - the new day
demo-clock-done = Klockan är flyttad. Nu är det { $day }.
demo-sign-title = Låt testpersoner skriva under
demo-sign-text = Varje testperson skriver under högst en gång.
demo-number-label = Förslagets nummer
demo-number-error = Skriv förslagets nummer, till exempel 90004.
demo-count-label = Antal testpersoner
# $most (String) - the most persons
demo-count-error = Skriv ett helt antal, från 1 till { $most }.
demo-not-open = Det förslaget går inte att skriva under just nu.
demo-sign-button = Låt dem skriva under
# $count (String) - how many signed
# $number (String) - the proposal's number
demo-sign-done = { $count } testpersoner skrev under förslag { $number }.
