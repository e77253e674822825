### Startsidan

start-title = Förslag till Göteborgs Stad
start-heading = Föreslå, skriv under och se vad staden svarar
start-lead = Alla kan lämna förslag till Göteborgs Stad. Med tillräckligt många underskrifter måste en nämnd eller ett bolag svara.
start-see-collecting = Se vad som samlar underskrifter
start-figures-title = Förslagen i siffror
start-figure-proposals = förslag sedan 2017
start-figure-reached = har nått 200 underskrifter
start-figure-signatures = underskrifter
start-figures-source = Siffrorna kommer från stadens öppna data. Se statistiken
start-closing-title = Slutar snart
start-closing-all = Alla som samlar underskrifter
start-decided-title = Beslutat nyligen
start-decided-all = Alla beslutade förslag
start-done-title = Det blev av
start-how-title = Så går det till
start-how-more = Läs mer om hur det fungerar
start-areas-title = Nära dig
start-areas-text = Se förslag med en plats i ditt stadsområde.
