### Why a payment in Stars is refused. Telegram shows each as it is, at most 255 characters, in place of the payment.

checkout-unknown = I don't know this invoice. Nothing was charged. Send me /start to order again.
checkout-other-payer = This invoice is for another person. Nothing was charged. Send me /start to get your own.
checkout-paid = This order is already paid. Nothing was charged this time. /mysubs shows what you have.
checkout-closed = This order is closed. Nothing was charged. Send me /start to order again.
checkout-wrong-price = The price of this order has changed. Nothing was charged. Send me /start to see today's price.
checkout-part-paid = A part of this order was paid in crypto. Nothing was charged this time. Pay the rest the same way: the order's message has the button.
checkout-under-way = A payment for this order has arrived or is on its way. Nothing was charged this time. /mysubs shows how far it is.
checkout-bought = You already have this subscription. Nothing was charged this time. /mysubs shows it.
checkout-banned = This isn't available to you. Nothing was charged. Questions? /paysupport
checkout-for-ever = You have access for ever. Nothing was charged. There's nothing to renew.
checkout-renewing = Your access already renews by itself. Nothing was charged this time. To change that, stop the renewal first: /mysubs
checkout-paused = The owner isn't taking payments right now. Nothing was charged. Try again later.
checkout-stopped = I can't let anybody in right now. Nothing was charged. Try again later, or ask the owner.
checkout-switched-off = Payments in Stars are off right now. Nothing was charged. Try again later.
checkout-too-fast = That was fast. Nothing was charged. Wait a minute, then try again.
checkout-unreadable = Something is wrong with this invoice. Nothing was charged. Send me /start to order again.
# The database doesn't answer.
checkout-unchecked = I can't check your order right now. Nothing was charged. Try again in a minute.
