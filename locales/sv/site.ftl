### Texter som hör till hela webbplatsen: ramen, datum och tal, och de delar som alla sidor är byggda av.

## Ramen

site-name = Torget

# $title (String) - sidans rubrik
site-page-title = { $title } – Torget
site-skip-link = Hoppa till innehållet
site-nav-label = Huvudmeny
site-nav-menu = Meny
site-nav-start = Start
site-nav-proposals = Förslag
site-nav-new-proposal = Lämna ett förslag
site-nav-statistics = Statistik
site-nav-how = Så fungerar det
site-nav-staff = Personal
site-language-label = Språk
site-sign-in = Logga in
site-sign-out = Logga ut
site-my-pages = Mina sidor

# $name (String) - det namn som den inloggade har valt att visa
site-signed-in-as = Inloggad som { $name }
site-footer-label = Om webbplatsen
site-footer-about = Om Torget
site-footer-rules = Regler
site-footer-accessibility = Tillgänglighet
site-footer-privacy = Personuppgifter
site-footer-contact = Kontakt
site-footer-purpose = Här lämnar du förslag till Göteborgs Stad, skriver under andras och ser vad staden svarar.
site-demo-title = Det här är en demo
site-demo-text = Förslag som börjar med ”Exempel” är påhittade. De andra kommer från stadens öppna data. Inget du gör här skickas till Göteborgs Stad.
site-breadcrumbs-label = Du är här

## Datum och tid

date-month-1 = januari
date-month-2 = februari
date-month-3 = mars
date-month-4 = april
date-month-5 = maj
date-month-6 = juni
date-month-7 = juli
date-month-8 = augusti
date-month-9 = september
date-month-10 = oktober
date-month-11 = november
date-month-12 = december
date-weekday-1 = måndag
date-weekday-2 = tisdag
date-weekday-3 = onsdag
date-weekday-4 = torsdag
date-weekday-5 = fredag
date-weekday-6 = lördag
date-weekday-7 = söndag

# $day (String) - dagens nummer
# $month (String) - månadens namn
# $year (String) - årtalet
date-full = { $day } { $month } { $year }

# $weekday (String) - veckodagens namn
# $date (String) - datumet utskrivet
date-with-weekday = { $weekday } { $date }

# $date (String) - datumet utskrivet
# $time (String) - klockslaget
date-with-time = { $date } klockan { $time }

# $hour (String) - två siffror
# $minute (String) - två siffror
date-time = { $hour }.{ $minute }
date-today = i dag
date-yesterday = i går
date-tomorrow = i morgon

# $count (Number) - antal dagar
# $shown (String) - samma antal så som det ska stå
date-in-days = { $count ->
    [one] om { $shown } dag
   *[other] om { $shown } dagar
}

# $count (Number) - antal dagar
# $shown (String) - samma antal så som det ska stå
date-days-ago = { $count ->
    [one] för { $shown } dag sedan
   *[other] för { $shown } dagar sedan
}

# $count (Number) - antal dagar
# $shown (String) - samma antal så som det ska stå
date-days = { $count ->
    [one] { $shown } dag
   *[other] { $shown } dagar
}

# $count (Number) - antal dagar kvar
# $shown (String) - samma antal så som det ska stå
date-days-left = { $count ->
    [0] sista dagen
    [one] { $shown } dag kvar
   *[other] { $shown } dagar kvar
}

## Tal och uppräkningar

# $number (String) - talet så som det ska stå
number-percent = { $number } %

# $first (String) - allt utom det sista
# $last (String) - det sista
list-and = { $first } och { $last }

# $first (String) - allt utom det sista
# $last (String) - det sista
list-or = { $first } eller { $last }

## Formulär

form-optional = frivilligt

# $count (Number) - antal fel
# $shown (String) - samma antal så som det ska stå
form-errors-title = { $count ->
    [one] En uppgift behöver rättas
   *[other] { $shown } uppgifter behöver rättas
}
form-error-prefix = Fel:

# $limit (String) - så många tecken får texten ha
form-counter = Högst { $limit } tecken.

# $used (String) - så många tecken texten har
# $limit (String) - så många tecken den får ha
form-counter-used = { $used } av högst { $limit } tecken.
form-select-prompt = Välj

## Delar

component-whats-next = Vad händer nu?
component-notice-info = Bra att veta
component-notice-done = Klart
component-notice-late = Obs
component-notice-error = Fel

# $current (String) - stegets nummer
# $total (String) - antal steg
component-step = Steg { $current } av { $total }
component-pages-label = Sidor i listan
component-pages-previous = Föregående
component-pages-next = Nästa
component-show-as-table = Visa som tabell

# $source (String) - varifrån siffrorna kommer
component-source = Källa: { $source }

# $shown (String) - så många har skrivit under
# $threshold (String) - så många behövs
component-progress = { $shown } av { $threshold } underskrifter

# $count (Number) - antal underskrifter
# $shown (String) - samma antal så som det ska stå
# $threshold (String) - så många behövs
component-progress-reached = { $count ->
    [one] { $shown } underskrift, { $threshold } behövs
   *[other] { $shown } underskrifter, { $threshold } behövs
}

# $count (Number) - antal underskrifter
# $shown (String) - samma antal så som det ska stå
# $threshold (String) - så många behövdes
component-progress-ended = { $count ->
    [one] { $shown } underskrift, { $threshold } behövdes
   *[other] { $shown } underskrifter, { $threshold } behövdes
}

# $count (Number) - antal underskrifter; antalet självt står före, i större stil
# $threshold (String) - så många behövs
component-signatures-of = { $count ->
    [one] underskrift av { $threshold } som behövs
   *[other] underskrifter av { $threshold } som behövs
}

# $count (Number) - antal underskrifter; antalet självt står före, i större stil
# $threshold (String) - så många behövs
component-signatures-reached = { $count ->
    [one] underskrift, { $threshold } behövs
   *[other] underskrifter, { $threshold } behövs
}

# $count (Number) - antal underskrifter; antalet självt står före, i större stil
# $threshold (String) - så många behövdes
component-signatures-ended = { $count ->
    [one] underskrift, { $threshold } behövdes
   *[other] underskrifter, { $threshold } behövdes
}

component-timeline-done = Har hänt
component-timeline-now = Pågår
component-timeline-coming = Kommer

# $who (String) - den som är ansvarig för steget
component-timeline-responsible = Ansvarig: { $who }

# $number (String) - förslagets nummer
component-card-number = Nummer { $number }

# $date (String) - dagen för det senaste beslutet
component-card-decided = Beslut { $date }
