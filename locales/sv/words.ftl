### Ord för ämnen, lägen och utfall: samma på alla sidor.

## Ämnen

topic-streets-parks = Gata, park och lekplatser
topic-transport = Trafik och kommunikationer
topic-culture-leisure = Kultur och fritid
topic-environment-health = Miljö och hälsa
topic-housing = Bygga och bo
topic-school = Skola och utbildning
topic-tourism-business = Turism och näringsliv
topic-safety = Trygghet och säkerhet
topic-care = Vård och omsorg
topic-other = Övrigt

## Lägen

stage-waiting-for-review = Väntar på granskning
stage-returned = Väntar på svar från förslagsställaren
stage-lapsed = Frågan blev inte besvarad
stage-refused = Publiceras inte
stage-withdrawn = Återtaget
stage-collecting = Samlar underskrifter
stage-paused = Pausat
stage-counting = Underskrifterna räknas
stage-too-few = För få underskrifter
stage-at-body = Hos nämnden
stage-on-agenda = Ska tas upp på möte
stage-postponed = Uppskjutet till senare möte
stage-referred-back = Skickat tillbaka för mer arbete
stage-investigating = Utreds vidare
stage-carry-out = Ska genomföras
stage-not-carry-out = Genomförs inte
stage-not-now = Inte nu, tas med i budgetarbetet
stage-planned = Planerat
stage-under-way = Pågår
stage-done = Genomfört
stage-stopped = Avbrutet
stage-removed = Borttaget
stage-last-known-collecting = Senast känt: öppet
stage-last-known-at-body = Senast känt: hos nämnden
stage-last-known-nothing = Utfallet inte känt

## Utfall i stadens öppna data

outcome-implemented = Beslut: genomförs fullt ut
outcome-partly-implemented = Beslut: genomförs delvis
outcome-future-planning = Beslut: tas med i framtida planering
outcome-not-implemented = Beslut: genomförs inte
outcome-not-compliant = Uppfyller inte reglerna
outcome-already-handled = Redan omhändertaget

## Beslut i klartext

decision-carry-out = Ja, förslaget genomförs.
decision-not-carry-out = Nej, förslaget genomförs inte.
decision-investigate = Förslaget utreds vidare.
decision-not-now = Inte just nu. Förslaget tas med i arbetet med kommande budget.

## Filter och ordning

group-collecting = Samlar underskrifter
group-at-body = Hos nämnd eller bolag
group-decided = Beslutade
group-carried-out = Genomförda
group-archived = Arkiverade
group-last-known = Utfallet inte känt
sort-best-match = Bästa träff
sort-newest = Nyast
sort-most-signed = Flest underskrifter
sort-closing-soon = Slutar snart
sort-lately-decided = Senast beslutade

## Skäl till att något är borttaget

removal-against-law = det strider mot lagen
removal-personal-data = det innehåller personuppgifter som inte får vara offentliga
removal-offensive = det är kränkande eller stötande
removal-mistake = det publicerades av misstag
