# Pages that only the demo has
demo-post-title = The demo’s post box
demo-post-lead = The demo does not really send mails. Here are those that would have been sent, newest first.
demo-post-filtered = Only mails to { $to }.
demo-post-all = Show all
demo-post-empty = No mails have been sent yet.
demo-post-to = To { $to }
