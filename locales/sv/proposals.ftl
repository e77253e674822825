### Att hitta och läsa förslag.

## Listan

list-title = Förslag

# $words (String) - de sökta orden
list-title-of = Förslag om ”{ $words }”
list-search-label = Sök bland förslagen
list-search-button = Sök
list-filters = Filtrera och sortera
list-filters-button = Visa
list-filter-stage = Läge
list-filter-topic = Ämne
list-filter-body = Nämnd eller bolag
list-filter-area = Stadsområde
list-filter-year = År då förslaget skickades in
list-sort = Ordning
list-any = Alla
list-sort-usual = Nyast, eller bästa träff när du söker

# $count (Number) - antal förslag
# $shown (String) - samma antal så som det ska stå
list-count = { $count ->
    [one] { $shown } förslag
   *[other] { $shown } förslag
}

# $count (Number) - antal förslag
# $shown (String) - samma antal så som det ska stå
# $words (String) - de sökta orden
list-count-of = { $count ->
    [one] { $shown } förslag om ”{ $words }”
   *[other] { $shown } förslag om ”{ $words }”
}
list-asked-label = Det du har filtrerat på

# $filter (String) - det man har filtrerat på
list-remove-filter = Ta bort: { $filter }
list-nothing-title = Inget förslag passar
list-nothing-text = Prova ett annat ord eller ett kortare.
list-nothing-filtered = Ta bort något du har filtrerat på:
list-nothing-propose = Saknas det du tänker på? Då kan du föreslå det själv.
list-did-you-mean = Menade du
list-show-all = Visa alla förslag

## Ett förslag

proposal-demo-title = Det här är ett exempel
proposal-demo-text = Förslaget är påhittat för demon. Ingen har lämnat det till Göteborgs Stad.
proposal-not-public-title = Det här är inte publicerat
proposal-not-public-text = Bara du som har lämnat förslaget och de som granskar det kan se sidan.
proposal-by = av

# $date (String) - datumet utskrivet
proposal-published-on = publicerat { $date }
proposal-act-title = Underskrifter

# $date (String) - sista dagen med veckodag
# $left (String) - dagar kvar
proposal-open-until = Skriv under till och med { $date }: { $left }.
proposal-paused = Underskrifterna är pausade. Dagarna läggs till på slutet.

# $date (String) - sista dagen
proposal-ended = Tiden för underskrifter gick ut { $date }.
proposal-ended-unknown = Det går inte längre att skriva under.

# $date (String) - dagen då uppgifterna senast var kända
proposal-last-known = Senast känt { $date }. Det går inte att skriva under här.
proposal-reached-unknown = Förslaget nådde 200 underskrifter. Hur många det blev står inte i stadens protokoll.
proposal-count-unknown = Antalet underskrifter är inte känt.
proposal-imported-meaning = Förslaget lämnades på stadens tidigare plattform.
proposal-text-title = Förslaget
proposal-no-text = Texten ingår inte i stadens öppna data.
proposal-about-title = Om förslaget
proposal-topic = Ämne
proposal-place = Plats
proposal-bodies = Mottagare
proposal-body-today = i dag
proposal-coordinating = samordnar och svarar
proposal-source = Källa

# $date (String) - dagen då uppgifterna hämtades
proposal-source-open-data = Göteborgs Stads öppna data, { $date }
proposal-source-minutes = Kommunstyrelsens protokoll
proposal-timeline-title = Vad har hänt och vad händer sedan?
proposal-past-title = Vad har hänt?
proposal-like-title = Liknande förslag
proposal-share-title = Dela förslaget
proposal-share-text = Adressen fungerar på alla språk och ändras aldrig:
proposal-share-mail = Skicka med e-post

## Svaret

answer-title = Svaret
answer-unknown = Beslut

# $number (String) - numret i diariet
answer-diarienummer = Diarienummer { $number }

# $date (String) - dagen då texten rättades
answer-corrected = Rättat { $date }.
answer-documents = Handlingar
answer-truncated = Texten är avkortad i stadens öppna data.
answer-result-as-written = Utfallet så som det står i stadens data:
follow-up-title = Vad det blev av beslutet
follow-up-earlier = Tidigare

## Det som har hänt

event-submitted = Förslaget skickades in
event-returned = Granskaren bad om ett förtydligande
event-answered = Förslagsställaren svarade
event-lapsed = Frågan blev inte besvarad i tid
event-refused = Förslaget publiceras inte
event-withdrawn = Förslagsställaren tog tillbaka förslaget
event-review-undone = Granskningen togs tillbaka
event-published = Förslaget publicerades
event-paused = Underskrifterna pausades
event-resumed = Underskrifterna öppnades igen

# $threshold (String) - så många behövs
event-reached = { $threshold } underskrifter nåddes
event-fell-below = Underskrifter togs tillbaka och antalet är under gränsen
event-closed-reached = Tiden gick ut med tillräckligt många underskrifter
event-closed-below = Tiden gick ut med för få underskrifter
event-ended = Tiden för underskrifter gick ut
event-last-known = Senast känt: samlar underskrifter

# $date (String) - sista dagen
event-last-known-text = Tiden för underskrifter gick ut { $date }. Vad som hände sedan ingår inte i stadens öppna data.

# $body (String) - nämndens eller bolagets namn
event-case-received = { $body } tog emot förslaget

# $body (String) - nämndens eller bolagets namn
event-case-rerouted = { $body } tog över ansvaret

# $body (String) - nämndens eller bolagets namn
event-case-registered = { $body } diarieförde ärendet
event-on-agenda = Förslaget ska tas upp på ett möte
event-postponed = Beslutet sköts upp till ett senare möte
event-referred-back = Förslaget skickades tillbaka för mer arbete
event-decided = Beslut

# $body (String) - nämndens namn
event-imported-decision = { $body } beslutade
event-in-minutes = I protokollet:

# $date (String) - dagen med veckodag
event-new-day = Möte { $date }
event-decision-corrected = Beslutets text rättades

# $count (Number) - antal underskrifter
# $shown (String) - samma antal så som det ska stå
proposal-signatures = { $count ->
    [one] { $shown } underskrift
   *[other] { $shown } underskrifter
}

# $date (String) - sista dagen med veckodag
event-open-until = Öppet för underskrifter till och med { $date }

# $date (String) - sista dagen med veckodag
event-answer-by = Svar senast { $date }
event-case-closed = Ärendet avslutades
event-removed = Förslaget togs bort

## Det som kommer

next-review-title = Förslaget granskas
next-review-when = inom två veckor
next-reviewers = Nämnden för demokrati och medborgarservice

# $date (String) - sista dagen med veckodag
next-until = till och med { $date }
next-counted = Underskrifterna räknas

# $date (String) - datumet utskrivet
next-at-the-latest = senast { $date }

# $threshold (String) - så många behövs
next-taken-up = Med minst { $threshold } underskrifter tas förslaget upp av den nämnd eller det bolag som ansvarar
next-register = Förslaget diarieförs
next-soon = inom kort
next-agenda = Förslaget tas upp på ett möte
next-decide = Beslut på möte
next-follow-up = Ny uppföljning
next-body-unknown = den nämnd eller det bolag som frågan hör till
