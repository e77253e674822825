### På väg: förslag som samlar underskrifter och kommer till en nämnd eller ett bolag om de får tillräckligt många.

incoming-title = På väg
incoming-lead = Förslag som samlar underskrifter och som ni ska svara på om de får tillräckligt många. Läs dem när de kommer. Är frågan inte er, säg det direkt.
incoming-lead-all = Förslag som samlar underskrifter. De som mottagaren vill lämna ifrån sig står först.
incoming-empty = Just nu samlar inget förslag till er underskrifter.
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
incoming-caption = { $count ->
    [one] { $shown } förslag på väg
   *[other] { $shown } förslag på väg
}
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
incoming-link = { $count ->
    [0] Inget förslag är på väg
    [one] { $shown } förslag är på väg
   *[other] { $shown } förslag är på väg
}
# $count (Number) - hur många
# $shown (String) - samma antal så som det ska stå
incoming-objections = { $count ->
    [one] Ett förslag ska flyttas till en annan mottagare
   *[other] { $shown } förslag ska flyttas till en annan mottagare
}
incoming-column-until = Samlar till och med
# $number (String) - förslagets nummer
# $body (String) - nämnden eller bolaget
incoming-byline = Förslag { $number }, på väg till { $body }
incoming-next-look = Läs förslaget och avgör om frågan är er.
incoming-next-wait = Förslaget samlar underskrifter.
# $day (String) - sista dagen
# $threshold (String) - underskrifter som behövs
# $body (String) - nämnden eller bolaget
incoming-next = Får det { $threshold } underskrifter till och med { $day } blir det ett ärende hos { $body }. Annars arkiveras det.
incoming-coordinates = svarar
incoming-told-done = Så här ligger förslaget nu.
incoming-told-stale = Någon hann före dig. Så här ligger förslaget nu.
incoming-not-ours-means = Samordnaren på demokrati och medborgarservice bestämmer vem som ska svara. Förslaget fortsätter att samla underskrifter.
incoming-route-means = Den du väljer får ärendet om förslaget når gränsen. Den tidigare mottagaren informeras. Förslagsställaren får ett mejl om bytet.
incoming-back = Tillbaka till förslaget
