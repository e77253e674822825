### Statistiksidan och årsrapporten.

## Sidan

statistics-title = Statistik
statistics-lead = Så många förslag lämnas, så många samlar tillräckligt många underskrifter, och det här blir det av dem.
statistics-year = År
statistics-all-years = Alla år
statistics-topic = Ämne
statistics-all-topics = Alla ämnen
statistics-show = Visa
statistics-clear = Visa alla förslag
statistics-nothing = Inga förslag passar det du har valt.
statistics-contents = På den här sidan
statistics-with-examples = Demons exempel är medräknade.
statistics-leave-examples-out = Räkna bara stadens förslag
statistics-without-examples = Demons exempel är inte medräknade.
statistics-take-examples-in = Räkna med dem

# $count (Number) - antal förslag
# $shown (String) - samma antal så som det ska stå
# $reached (String) - så många av dem nådde gränsen
# $share (String) - andelen i procent
statistics-meaning = { $count ->
    [one] Av { $shown } förslag har { $reached } samlat så många underskrifter att en nämnd eller ett bolag tar upp det: { $share }.
   *[other] Av { $shown } förslag har { $reached } samlat så många underskrifter att en nämnd eller ett bolag tar upp dem: { $share }.
}

# $answered (String) - så många har fått svar i sak
# $yes (String) - så många av dem genomförs helt eller delvis
# $share (String) - andelen i procent
statistics-meaning-answers = Av { $answered } som har fått svar genomförs { $yes } helt eller delvis: { $share }.

statistics-proposals = Förslag
statistics-reached = Nådde gränsen
statistics-share = Andel som nådde gränsen
statistics-signatures = Underskrifter
statistics-answered = Fick svar
statistics-download = Hämta tabellen (CSV)
statistics-missing = –
statistics-hidden = visas inte
statistics-all = Alla
statistics-no-year = Utan år
statistics-no-topic = Utan ämne

# $label (String) - årtalet
# $whole (String) - antal förslag
# $part (String) - så många av dem nådde gränsen
statistics-column-spoken = { $label }: { $whole } förslag, { $part } nådde gränsen.

# $label (String) - årtalet
statistics-column-spoken-missing = { $label }: uppgifter saknas.

# $date (String) - den dag då stadens data senast stämde
# $counted (String) - när siffrorna räknades
statistics-source = Källa: Göteborgs Stads öppna data ({ $date }), protokoll 2024–2025 och förslag på Torget. Räknat { $counted }.

# $counted (String) - när siffrorna räknades
statistics-source-own = Källa: förslag på Torget. Räknat { $counted }.

## År

statistics-years-title = År för år
statistics-years-caption = Förslag efter det år då de lämnades

# $year (String) - årtalet
# $proposals (String) - antal förslag
# $reached (String) - så många av dem nådde gränsen
# $share (String) - andelen i procent
statistics-years-sentence = Flest förslag lämnades { $year }: { $proposals }. Av dem nådde { $reached } gränsen, { $share }.
statistics-key = Hela stapeln är årets förslag. Den mörka delen nådde gränsen.
statistics-years-note = Underskrifterna räknas på det år då förslaget lämnades, inte på det år då någon skrev under.

# $count (Number) - antal förslag
# $shown (String) - samma antal så som det ska stå
statistics-years-without = { $count ->
    [one] { $shown } förslag saknar datum i källan. Det räknas i summan och bland dem som nådde gränsen, men har inget år.
   *[other] { $shown } förslag saknar datum i källan. De räknas i summan och bland dem som nådde gränsen, men har inget år.
}

# $date (String) - den dag då stadens data slutar
statistics-years-gap = Stadens öppna data slutar { $date }. Streck betyder att uppgifter saknas, inte att inga förslag lämnades.

## Ämnen

statistics-topics-title = Ämne för ämne
statistics-topics-caption = Förslag efter ämne

# $most (String) - ämnet med flest förslag
# $count (String) - antal förslag
# $best (String) - ämnet där störst andel nådde gränsen
# $share (String) - andelen i procent
statistics-topics-sentence = Flest förslag gäller { $most }: { $count }. Störst andel når gränsen inom { $best }: { $share }.
statistics-topics-plain = Så fördelar sig förslagen på ämnen.
statistics-topics-note = Ämnet väljs av den som lämnar förslaget. Störst andel räknas bland ämnen med minst tio förslag.
statistics-key-bars = Hela stapeln är alla förslag. Den mörka delen nådde gränsen.

# $reached (String) - så många nådde gränsen
# $share (String) - andelen i procent
statistics-of-which-reached = varav { $reached } nådde gränsen ({ $share })

## Vad det blev

statistics-answers-title = Vad blev det av förslagen?
statistics-answers-caption = Vad nämnder och bolag har svarat

# $no (String) - antal nej
# $yes (String) - antal ja
# $partly (String) - antal som genomförs delvis
# $waiting (String) - antal som väntar eller vars svar inte är känt
statistics-answers-sentence = De flesta svaren är nej: { $no }. { $yes } förslag genomförs, { $partly } genomförs delvis och { $waiting } har inget känt svar.

# $no (String) - antal nej
# $yes (String) - antal ja
# $partly (String) - antal som genomförs delvis
# $waiting (String) - antal som väntar eller vars svar inte är känt
statistics-answers-sentence-plain = { $no } förslag har fått nej. { $yes } genomförs, { $partly } genomförs delvis och { $waiting } har inget känt svar.
statistics-answers-note = Ett ja är ett beslut, inte ett besked om att det är klart. Vad som är klart står på varje förslags sida.

# $count (Number) - antal förslag
# $shown (String) - samma antal så som det ska stå
# $date (String) - den dag då stadens data senast stämde
statistics-answers-last-known = { $count ->
    [one] { $shown } förslag väntade på svar { $date }. Vad som har hänt sedan dess finns inte i stadens öppna data.
   *[other] { $shown } förslag väntade på svar { $date }. Vad som har hänt sedan dess finns inte i stadens öppna data.
}
statistics-panels-caption = Svaren efter det år då förslaget lämnades
statistics-panel-yes = Ja, helt eller delvis
statistics-panel-later = Senare, eller redan ordnat
statistics-panel-no = Nej
statistics-panel-waiting = Inget känt svar
statistics-answer-yes = Genomförs
statistics-answer-partly = Genomförs delvis
statistics-answer-later = Tas med i kommande planering
statistics-answer-already = Redan ordnat
statistics-answer-no = Genomförs inte
statistics-answer-waiting = Väntar på svar

# $date (String) - den dag då stadens data senast stämde
statistics-answer-last-known-waiting = Väntade på svar (senast känt { $date })
statistics-answer-collecting = Samlar underskrifter

# $date (String) - den dag då stadens data senast stämde
statistics-answer-last-known-collecting = Samlade underskrifter (senast känt { $date })
statistics-answer-too-few = För få underskrifter
statistics-answer-not-compliant = Uppfyllde inte reglerna
statistics-answer-unknown = Okänt

## Nämnder och bolag

statistics-bodies-title = Nämnder och bolag
statistics-bodies-caption = Förslag och ärenden hos nämnder och bolag

# $count (Number) - antal avgjorda ärenden
# $days (String) - antal dagar, utskrivet
# $decided (String) - samma antal så som det ska stå
# $waiting (String) - antal ärenden som väntar
statistics-bodies-median = { $count ->
    [one] Det tog { $days } från att nämnden fick förslaget till att den hade bestämt sig ({ $decided } avgjort ärende). { $waiting } väntar.
   *[other] Hälften av svaren kom inom { $days } från att nämnden fick förslaget ({ $decided } avgjorda ärenden). { $waiting } väntar.
}

statistics-bodies-no-cases = Inget av de här förslagen har blivit ett ärende på Torget än, så det går inte att säga hur lång tid ett svar tar.

# $waiting (String) - antal ärenden som väntar
statistics-bodies-no-median = Inget ärende här är avgjort än, så det går inte att säga hur lång tid det tar. { $waiting } väntar.

# $number (String) - så många nämnder och bolag visas
statistics-bodies-chart = De { $number } som får flest förslag
statistics-bodies-note = Ett förslag kan gå till flera nämnder och räknas då hos var och en. Gamla förslag räknas hos den nämnd som har ansvaret i dag. Där ingen har tagit över står namnet som det var.
statistics-bodies-times-note = Tiden räknas i dagar från det att nämnden fick förslaget till beslutet som avgjorde det. Bara ärenden på Torget räknas, för stadens öppna data saknar beslutsdatum.

# $name (String) - namnet så som det var
statistics-former-body = { $name } (finns inte längre)
statistics-body = Nämnd eller bolag
statistics-cases = Ärenden
statistics-decided = Avgjorda
statistics-waiting = Väntar
statistics-median-days = Dagar till svar (median)
statistics-longest-wait = Längsta väntan (dagar)
statistics-all-cases = Alla ärenden

## Platser

statistics-places-title = Var i staden?
statistics-places-caption = Förslag efter mellanområde
statistics-places-bars = Förslag efter stadsområde

# $placed (String) - så många förslag har en plats
# $all (String) - antal förslag
# $share (String) - andelen i procent
statistics-places-sentence = { $placed } av { $all } förslag säger vilken plats de gäller: { $share }. Resten gäller hela staden eller saknar plats.
statistics-places-note = Platsen är frivillig. Få av de äldre förslagen har en, så kartan säger mer om vilka som angav plats än om var behoven finns.
statistics-map-key = Siffran är antalet förslag. Mörkare betyder fler.
statistics-map-spoken = Karta över Göteborgs mellanområden. Alla siffror finns i tabellen.
statistics-stadsomrade = Stadsområde
statistics-mellanomrade = Mellanområde
statistics-whole-area = Hela stadsområdet
statistics-no-place = Ingen plats angiven

## De som skriver under

statistics-signers-title = Var bor de som skriver under?
statistics-signers-caption = Underskrifter efter var den som skrev under bor

# $count (Number) - antal underskrifter
# $quarter (String) - kvartalets nummer
# $year (String) - årtalet
# $shown (String) - samma antal så som det ska stå
statistics-signers-sentence = { $count ->
    [one] På de förslag som stängde kvartal { $quarter } { $year } finns { $shown } underskrift.
   *[other] På de förslag som stängde kvartal { $quarter } { $year } finns { $shown } underskrifter.
}
statistics-signers-none = Det finns inget avslutat kvartal med förslag som har stängt här.

# $date (String) - den dag då kvartalet är slut
statistics-signers-next = Det här kvartalets siffror kommer när det är slut, { $date }.
statistics-signers-note = Bara underskrifter på Torget räknas. De importerade förslagens underskrifter har inga uppgifter om var någon bor. Frågan är frivillig.
statistics-signers-hidden = ”Visas inte” betyder färre än fem personer, eller att siffran hade gjort det möjligt att räkna ut en annan som är det.
statistics-signers-quarter = Siffrorna visas ett avslutat kvartal i taget och ändras inte sedan. Annars hade man kunnat jämföra från dag till dag och se vem som just skrev under. De påverkas därför inte av vilket år och ämne du väljer.

# $quarter (String) - kvartalets nummer
# $year (String) - årtalet
statistics-quarter = Kvartal { $quarter } { $year }
statistics-quarters = Kvartal
statistics-per-thousand = Per 1 000 invånare
statistics-not-in-goteborg = Bor inte i Göteborg
statistics-will-not-say = Vill inte svara
statistics-not-stated = Ej angivet

## Om siffrorna

statistics-about-title = Om siffrorna
statistics-about-counted = Vi räknar alla publicerade förslag sedan 2017. Förslag som inte blev publicerade räknas inte.
statistics-about-reached = Gränsen är 200 underskrifter på 90 dagar. Varje förslag behåller den gräns som gällde när det publicerades.
statistics-about-imported = Förslagen till och med 2022 kommer från stadens öppna data. Några från 2024 och 2025 kommer från kommunstyrelsens protokoll. Det som saknas där har vi inte fyllt i.
statistics-about-people = Uppgifter om människor visas aldrig för färre än fem.
statistics-about-files = Filerna är CSV i UTF-8 med semikolon mellan kolumnerna. De öppnas direkt i Excel och i LibreOffice.

## Årsrapporten

# $year (String) - årtalet
report-title = Göteborgsförslaget { $year }
report-lead = Årsrapport till kommunfullmäktige.

# $date (String) - den dag som siffrorna gäller till och med
report-until = Året är inte slut. Siffrorna gäller till och med { $date }.

# $date (String) - den dag då stadens data slutar
report-imported = Årets förslag kommer från stadens öppna data, som slutar { $date }. Där saknas konton, förslag som inte publicerades, beslutens datum och uppgifter om dem som lämnade förslagen. Det är inte ifyllt, och streck betyder att uppgiften saknas.

# $year (String) - årtalet
report-nothing = Det finns inga uppgifter om förslag från { $year }.
report-purpose-title = Syfte
report-purpose-text = Göteborgsförslaget ska ge den som bor i Göteborg bättre möjligheter att vara delaktig och påverka mellan valen. Det ska också göra det lättare att förstå hur demokratin fungerar.
report-purpose-city = Staden får veta vad människor behöver i sin vardag, och förtroendevalda och tjänstepersoner får veta vilka frågor som engagerar (riktlinjen, KF 2023-12-07 § 91).
report-counts-title = Nya konton och förslag

report-counts-caption = Antal under året

# $count (Number) - antal publicerade förslag
# $shown (String) - samma antal så som det ska stå
# $reached (String) - så många av dem nådde gränsen
# $share (String) - andelen i procent
report-counts-text = { $count ->
    [one] { $shown } av årets förslag har publicerats. { $reached } har nått gränsen för att tas upp av en nämnd eller ett bolag ({ $share }).
   *[other] { $shown } av årets förslag har publicerats. { $reached } av dem har nått gränsen för att tas upp av en nämnd eller ett bolag ({ $share }).
}
report-what = Vad
report-number = Antal
report-accounts = Nya konton
report-sent-in = Inkomna förslag
report-published = Publicerade förslag
report-waiting-review = Väntar på granskning
report-returned = Återlämnade med en fråga
report-refused = Inte publicerade
report-withdrawn = Tillbakatagna
report-removed = Borttagna efter publicering
report-decisions-title = Beslut

report-decisions-unknown = Stadens öppna data säger inte när nämnderna bestämde sig. Tabellen visar vad som har blivit av årets förslag.

# $decided (String) - antal avgjorda förslag
# $open (String) - antal som inte är avgjorda
# $date (String) - den dag som antalet gäller
report-decisions-text = En nämnd eller ett bolag avgjorde { $decided } förslag på Torget under året. { $open } hade kommit till en nämnd men var inte avgjorda { $date }.

# $count (Number) - antal beslut
# $shown (String) - samma antal så som det ska stå
report-imported-decisions = { $count ->
    [one] Kommunstyrelsens protokoll visar dessutom { $shown } beslut om äldre förslag under året.
   *[other] Kommunstyrelsens protokoll visar dessutom { $shown } beslut om äldre förslag under året.
}
report-decisions-caption = Årets förslag och vad som har blivit av dem
report-most-title = Förslagen som engagerade mest
report-most-text = De tio av årets förslag som har fått flest underskrifter.
report-most-caption = Flest underskrifter
report-proposal = Förslag
report-proposal-number = Nummer
report-stands = Läge
report-people-title = Vilka vi når

# $date (String) - den dag då året är slut
report-people-later = Uppgifter om dem som lämnar förslag visas när året är slut, från { $date }. Då ändras de inte mer, och ingen kan räknas ut genom att jämföra två dagar.
report-people-none = Det finns inga uppgifter om dem som lämnade årets förslag.
report-people-text = Den som lämnar ett förslag uppger ålder och kön, och får berätta i vilket mellanområde hen bor. En person som har lämnat flera förslag räknas för vart och ett.
report-residence-caption = Årets förslag efter var den som lämnade dem bor
report-age-caption = Årets förslag efter ålder
report-age = Ålder
report-age-young = Till och med 18 år
report-age-middle = 19–65 år
report-age-old = 66 år och äldre
report-share-of-residents = Andel av invånarna
report-gender-caption = Årets förslag efter kön
report-gender = Kön
report-gender-woman = Kvinna
report-gender-man = Man
report-gender-other = Annat
report-about-title = Om rapporten
report-about-text = Förslagen räknas på det år då de lämnades. Uppgifter om människor visas aldrig för färre än fem.
report-choose = Årsrapport
report-hint = Skriv ut sidan, eller spara den som PDF från webbläsaren.
report-download = Hämta tabellerna (CSV)
# $year (String) - året
report-open-year = Rapporten för { $year }
# $year (String) - året
report-open-so-far = { $year } så här långt
