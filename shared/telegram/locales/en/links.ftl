### The links that an owner sends to buyers and donors.

# A button on the channel's first page.
links-button = 🔗 My links
# $title: the channel.
links-title = 🔗 <b>Links for { $title }</b>
links-how = Send them to your people, or put them in your profile. A tap opens me with your offer or the donation keypad.
# $link: a link.
links-offer = <b>Offer:</b> { $link }
links-donate = <b>Donations:</b> { $link }
# Asked when the channel was just put on sale. $channel: the title of the public channel, without quotes. $post: "donate" if only donations are taken.
links-post-now = { $post ->
    [donate] <b>Post the donate button in { $channel } now?</b>
   *[offer] <b>Post the offer in { $channel } now?</b>
}

# Buttons: three words at most.
links-post-yes = ✅ Yes, post it
links-post-no = Not now
links-copy-offer = 📋 Copy offer link
links-share-offer = ↗️ Share offer
links-picture-offer = 🔳 Offer QR code
links-copy-donate = 📋 Copy donation link
links-share-donate = ↗️ Share donations
links-picture-donate = 🔳 Donation QR code

# Below the picture of a QR code.
links-caption-offer = 🔳 <b>The offer of { $title }</b>
links-caption-donate = 🔳 <b>Donations to { $title }</b>
