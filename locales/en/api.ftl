### Open data: feeds and errors

feed-title = Göteborgsförslag: new proposals and decisions
feed-author = City of Gothenburg
feed-published = New proposal: { $title }
feed-decided = { $title }: { $stage }
api-not-found-title = Not found
api-not-found-text = Nothing is published under this address.
api-gone-title = Removed
api-gone-text = The proposal has been removed. { $reason }
api-bad-request-title = The query cannot be understood
api-bad-request-text = A name or a value in the query is not known.

api-bad-value = The value of { $name } is not known or out of range.
