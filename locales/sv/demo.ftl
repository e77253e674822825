# Sidor som bara finns i demon
demo-post-title = Demons brevlåda
demo-post-lead = Demon skickar inga mejl på riktigt. Här ligger de som skulle ha skickats, de nyaste först.
# $to (String) - an e-mail address
demo-post-filtered = Bara mejl till { $to }.
demo-post-all = Visa alla
demo-post-empty = Inga mejl har skickats än.
# $to (String) - an e-mail address
demo-post-to = Till { $to }
