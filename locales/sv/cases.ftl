### Ärenden: för dem som handlägger förslagen på nämnder och bolag.

## Lista

case-list-title = Ärenden
case-list-own = Förslag som ni ska svara på. Det som brådskar mest står först.
case-list-all = Alla ärenden hos nämnder och bolag. Det som ska flyttas till en annan nämnd står först, sedan det som brådskar mest.
case-list-empty = Här finns inget just nu.
case-list-show-all = Visa alla ärenden
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
case-list-caption = { $count ->
    [one] { $shown } ärende
   *[other] { $shown } ärenden
}
case-field-show = Visa
case-show-todo = Kvar att göra
case-show-late = Försenade
case-show-all = Alla
case-field-stage = Läge
case-every-stage = Alla lägen
case-show-button = Visa
case-column-next = Nästa steg
case-column-proposal = Förslag
case-column-body = Nämnd eller bolag
case-column-stage = Läge
case-column-number = Diarienummer
case-column-waited = Dagar till beslut
case-column-count = Underskrifter
case-none = Saknas
case-tag-late = Försenat
case-tag-not-ours = Ska flyttas
case-unrouted-title = De här förslagen har ingen mottagare

## Lägen

case-stage-received = Mottaget
case-stage-registered = Diariefört
case-stage-on-agenda = Inplanerat på möte
case-stage-postponed = Bordlagt
case-stage-referred-back = Återremitterat
case-stage-investigating = Utreds
case-stage-decided = Beslutat
case-stage-closed = Avslutat

## Nästa steg och varningar

case-next-title = Nästa steg
case-next-register = Diarieför ärendet nu.
# $day (String) - sista dagen
case-next-agenda = Planera in ärendet på ett möte senast { $day }.
# $day (String) - mötets dag
case-next-meeting = Mötet beslutar { $day }.
# $day (String) - mötets dag
case-next-meeting-was = Mötet var { $day }. Skriv in beslutet, eller det nya mötet.
# $day (String) - sista dagen
case-next-investigate = Utred och planera in ett nytt möte. Beslutet bör komma före { $day }.
# $day (String) - sista dagen
case-next-follow-up = Berätta hur det går senast { $day }.
case-next-close = Avsluta ärendet.
case-next-nothing = Inget mer. Ärendet är avslutat.
case-next-informed = Ni informeras. En annan nämnd svarar.
case-late-word = Försenat.
case-warning-no-meeting = Förslag ska tas upp på första möjliga möte. Inget möte är inplanerat.
case-warning-meeting-passed = Mötets dag har passerat och inget beslut är inskrivet.
# $months (String) - antal månader
case-warning-late = Ärendet har väntat i { $months } månader eller mer på ett slutligt beslut.
case-warning-follow-up = Det är dags att berätta hur det går.

## Ärendets sida

# $number (String) - förslagets nummer
case-crumb = Förslag { $number }
# $number (String) - förslagets nummer
# $body (String) - nämnden eller bolaget
case-byline = Förslag { $number } hos { $body }
case-back = Tillbaka till ärendet
case-told-done-title = Det är sparat
case-told-done = Nästa steg står här under. Förslagets sida är uppdaterad.
case-told-stale-title = Inget ändrades
case-told-stale = Någon hann ändra ärendet före dig, eller så passar det du ville göra inte längre. Så här ser ärendet ut nu.
case-told-follow-up-open = Beslutet är att förslaget ska genomföras. Skriv först in att det är klart eller avbrutet, sedan kan ärendet avslutas.
case-involved-title = Du kan inte handlägga det här ärendet
case-involved = Du har lämnat eller skrivit under förslaget. Därför behöver en kollega ta över.
# $body (String) - nämnden eller bolaget
case-not-ours-title = { $body } säger att frågan är någon annans
# $day (String) - dagen
case-not-ours-when = Skrevs { $day }. Samordnaren bestämmer vem som ska svara.
case-proposal-title = Förslaget
case-no-text = Texten finns inte i stadens öppna data.
# $place (String) - platsen
case-place = Plats: { $place }
case-public-page = Förslagets sida som alla ser den
case-informed-title = Vad betyder det att vi informeras?
case-informed = En annan nämnd samordnar och svarar. Ni behöver inte fatta något beslut, men de kan be er om synpunkter.
case-facts-title = Fakta
case-fact-stage = Läge
case-fact-number = Diarienummer
case-fact-meeting = Möte
case-fact-received = Mottaget
case-fact-waited = Har väntat
case-fact-took = Tid till beslut
case-fact-late = Räknas som sent från
case-fact-count = Underskrifter
case-bodies-title = Mottagare
case-coordinates = samordnar och svarar
case-is-informed = informeras
case-contacts-title = Förslagsställare och underskrifter
case-names-means = Ni får namnen på dem som står bakom förslaget. Varje gång listan öppnas skrivs det i loggen.
case-names-link = Namnlista
case-names-not-yours = Namnen är bara för den som handlägger ärendet.
case-files-title = Filer till nästa beslut
case-files-none = Inga filer väntar.
case-files-waiting = Filerna publiceras när du publicerar beslutet.
case-files-add = Lägg till filer
# $name (String) - filens namn
case-file-remove = Ta bort { $name }
case-decisions-title = Beslut
case-correct-link = Rätta beslutet
case-history-title = Vad som har hänt

## Utfall

case-outcome-carry-out = Genomförs
case-outcome-carry-out-hint = Sedan berättar ni hur det går tills det är klart.
case-outcome-not-carry-out = Genomförs inte
case-outcome-not-carry-out-hint = Ärendet är slut.
case-outcome-investigate = Utreds vidare
case-outcome-investigate-hint = Ärendet ska tillbaka till ett möte för slutligt beslut.
case-outcome-not-now = Genomförs inte just nu, men tas vidare till kommande budgetplanering
case-outcome-not-now-hint = Förklara i skälet vad det betyder och när det kan bli aktuellt.

## Formulär

case-act-register = Diarieför
case-act-register-means = Skriv det nummer som ärendet har fått i ert diarium.
case-act-register-button = Spara diarienumret
case-act-number = Rätta diarienumret
case-act-number-means = Skriv det rätta numret. Det gamla finns kvar i loggen.
case-act-number-button = Spara diarienumret
case-act-agenda = Planera in på ett möte
case-act-agenda-again = Ändra mötets dag
case-act-agenda-means = Förslagsställaren och de som följer förslaget får ett mejl om mötet.
case-act-agenda-button = Spara mötet
case-act-move = Bordlagt eller återremitterat
case-act-move-means = Skriv in när ärendet tas upp igen. Förslagsställaren och de som följer förslaget får ett mejl.
case-act-move-button = Spara det nya mötet
case-act-follow-up = Berätta hur det går
case-act-follow-up-means = Det du skriver syns på förslagets sida. Alla som har skrivit under får ett mejl.
case-act-follow-up-button = Publicera
case-act-close = Avsluta ärendet
case-act-close-means = Inget mer händer i ärendet. Allt finns kvar att läsa, och beslutet kan fortfarande rättas.
case-act-close-button = Avsluta ärendet
case-act-not-ours = Frågan är inte vår
case-act-not-ours-means = Samordnaren på demokrati och medborgarservice bestämmer vem som ska svara. Ärendet ligger kvar hos er tills dess.
case-act-not-ours-button = Skicka till samordnaren
case-act-route = Bestäm vem som svarar
case-act-route-means = En annan mottagare tar över ärendet från början. Den tidigare informeras. Förslagsställaren får ett mejl om bytet.
case-act-route-button = Spara mottagaren
case-act-decide = Skriv in beslutet
case-field-number = Diarienummer
case-field-number-hint = Till exempel SLK-2026-00802, N043-0162/23 eller 0993/12.
case-field-meeting = Mötets datum
case-field-new-meeting = Det nya mötets datum
case-field-move = Vad hände?
case-move-postponed = Bordlagt
case-move-postponed-hint = Samma underlag tas upp på ett senare möte.
case-move-referred = Återremitterat
case-move-referred-hint = Mer arbete behövs före nästa möte.
case-field-remark = Förklaring
case-field-remark-hint = Skriv varför, så att förslagsställaren förstår. Alla kan läsa det.
case-field-state = Hur långt har det kommit?
case-field-follow-up-day = Datum
case-field-follow-up-day-hint = Dagen då det kom så långt.
case-field-follow-up-text = Vad har hänt?
case-field-follow-up-text-hint = Skriv kort och klart. Avbryts arbetet, skriv varför.
case-field-not-ours = Varför, och vem borde svara?
case-field-not-ours-hint = Bara samordnaren och ni läser det här.
case-field-body = Vem ska svara?
case-field-body-hint = Välj samma mottagare som nu om ärendet ska vara kvar.
case-field-route = Varför?
case-field-route-hint = Alla kan läsa det på förslagets sida.
case-decide-first = Skriv in beslutet
case-decide-final = Skriv in det slutliga beslutet
case-decide-correct = Rätta beslutet
case-decide-means = Du ser hur det blir innan något publiceras.
case-field-outcome = Vad beslutades?
case-field-decided-on = Datum för beslutet
case-field-decided-on-hint = Mötets dag.
case-field-paragraph = Paragraf
case-field-paragraph-hint = Till exempel 91. Lämna tomt om protokollet saknar paragraf.
case-field-reason = Skälet
case-field-reason-hint = Skriv till förslagsställaren, på klarspråk: vad som är bestämt, varför, och vad som händer nu.
case-decide-no-files = Ska filer publiceras med beslutet? Lägg till dem innan du skriver.
# $names (String) - filernas namn
case-decide-files = De här filerna publiceras med beslutet: { $names }.
case-decide-preview = Förhandsgranska
case-preview-title = Så här kommer det att se ut
case-preview-means = Läs igenom som om du vore förslagsställaren. Inget är publicerat ännu.
case-preview-told-title = Mejl skickas när du publicerar
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
case-preview-told = { $count ->
    [one] Förslagsställaren, den som har skrivit under och de som följer förslaget får beslutet i ett mejl.
   *[other] Förslagsställaren, de { $shown } som har skrivit under och de som följer förslaget får beslutet i ett mejl.
}
case-preview-publish = Publicera beslutet
case-preview-correct = Publicera rättelsen
case-preview-change = Ändra
case-files-means = Filerna syns inte för andra förrän du publicerar beslutet. Kontrollera att de inte innehåller känsliga personuppgifter.
case-field-files = Filer
# $most (String) - antal filer
# $size (String) - megabyte
case-field-files-hint = PDF, Word, Excel, OpenDocument eller bild. Högst { $most } åt gången och { $size } MB var.
case-files-button = Spara filerna

## Namnlista

case-names-title = Namnlista
case-names-logged = När du öppnar listan skrivs det i loggen vem som gjorde det och när. Använd namnen bara i ärendet.
# $name (String) - den som öppnade listan
# $when (String) - dag och klockslag
case-names-opened = Öppnad av { $name } { $when }. Det står i loggen. Använd namnen bara i ärendet.
case-names-print = Skriv ut listan från webbläsaren. Menyer och knappar följer inte med.
case-names-open = Öppna listan
case-names-csv = Hämta som fil (CSV)
case-names-proposer = Förslagsställare
case-names-invite = Överväg att bjuda in förslagsställaren till mötet.
case-names-signers = Underskrifter
case-names-signer = Har skrivit under
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
case-names-caption = { $count ->
    [one] { $shown } namn
   *[other] { $shown } namn
}
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
case-names-unnamed = { $count ->
    [one] { $shown } underskrift saknar namn: den är importerad eller kontot är borttaget.
   *[other] { $shown } underskrifter saknar namn: de är importerade eller kontona är borttagna.
}
case-names-part = Del
case-names-name = Namn
case-names-ort = Ort

## Fel

case-error-number-missing = Skriv diarienumret
case-error-number-format = Diarienumret ska se ut som SLK-2026-00802, N043-0162/23 eller 0993/12
case-error-number-year = Året i diarienumret kan inte stämma
case-error-day-missing = Skriv ett datum
case-error-day-format = Skriv datumet som 2026-11-21
case-error-day-far = Datumet ligger mer än tre år fram
case-error-day-early = Mötet kan inte ligga före dagen då ärendet togs emot eller skickades på utredning
case-error-day-not-later = Det nya mötet måste ligga efter det förra
case-error-day-follow-up = Datumet kan inte ligga före beslutet, före det ni berättade senast eller efter i dag
case-error-day-future = Beslutets datum kan inte ligga efter i dag
case-error-day-decision = Beslutet kan inte ligga före dagen då ärendet togs emot eller skickades på utredning, eller efter det som har hänt sedan
case-error-choose = Välj ett av alternativen
case-error-state = Det går inte att gå dit från det läge ni berättade om senast
case-error-outcome = Välj vad som beslutades
case-error-outcome-stands = Utfallet kan inte ändras, för något har redan hänt efter beslutet. Datum, paragraf och skäl kan rättas.
case-error-paragraph = Skriv paragrafen som ett nummer, till exempel 91
case-error-text-missing = Skriv en text
case-error-reason-missing = Skriv skälet till beslutet
# $min (String) - minsta antal tecken
case-error-text-short = Skriv minst { $min } tecken
# $max (String) - största antal tecken
# $found (String) - antal skrivna tecken
case-error-text-long = Texten får vara högst { $max } tecken, nu är den { $found }
case-error-text-character = Texten innehåller ett tecken som inte går att visa
case-error-file-missing = Välj minst en fil som inte är tom
# $size (String) - megabyte
case-error-file-large = En fil är större än { $size } MB
case-error-file-kind = En fil är inte en PDF, ett dokument eller en bild
case-error-file-program = En fil innehåller ett program (makron). Spara den utan makron eller som PDF.
# $most (String) - antal filer
case-error-file-many = Välj högst { $most } filer åt gången
