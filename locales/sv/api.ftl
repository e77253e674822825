### Öppna data: flöden och fel

feed-title = Göteborgsförslag: nya förslag och beslut
feed-author = Göteborgs Stad

# $title (String) - förslagets rubrik
feed-published = Nytt förslag: { $title }

# $title (String) - förslagets rubrik
# $stage (String) - läget
feed-decided = { $title }: { $stage }
api-not-found-title = Finns inte
api-not-found-text = Det finns inget publicerat med den adressen.
api-gone-title = Borttaget

# $reason (String) - skälet
api-gone-text = Förslaget är borttaget. { $reason }
api-bad-request-title = Frågan går inte att förstå
api-bad-request-text = Ett namn eller ett värde i frågan är okänt.

# $name (String) - parameterns namn
api-bad-value = Värdet på { $name } är okänt eller utanför gränserna.
