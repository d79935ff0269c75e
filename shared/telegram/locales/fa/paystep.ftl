### How to pay an order, and invoices in Telegram Stars. Buyers and donors read it.

## The question how to pay. The order is above it. $price: "$5.00" or "⭐ 385".

paystep-how = چطور می‌خواهید پرداخت کنید؟
# $amount: dollars. What follows offers Stars.
paystep-crypto-too-small = { $amount } برای پرداخت با رمزارز خیلی کم است. می‌توانید با ستاره‌های تلگرام پرداخت کنید.
paystep-crypto-refused = فعلاً نمی‌توانید این را با رمزارز پرداخت کنید. چیزی کسر نشد. می‌توانید با ستاره‌های تلگرام پرداخت کنید.
# Of the choices below, one renews.
paystep-renews-if-chosen = 🔁 اگر تمدید خودکار را انتخاب کنید، { $price } اکنون و سپس هر ۳۰ روز می‌پردازید تا وقتی لغوش کنید. هر زمان می‌توانید در تلگرام لغو کنید: «تنظیمات»، سپس «ستاره‌های من».
paystep-button-crypto = 💳 { $price } با رمزارز
paystep-button-stars = { $price } در تلگرام
paystep-button-renew = 🔁 { $price } هر ۳۰ روز
paystep-button-other = « روش دیگر پرداخت
paystep-button-again = ⭐ تلاش دوباره

## A donation: how to give, and how many Stars.

paystep-donate-how = چطور می‌خواهید حمایت کنید؟
paystep-donate-crypto = 💳 با رمزارز
paystep-donate-stars = ⭐ با ستاره‌های تلگرام
paystep-donate-amount = چند ستاره می‌خواهید هدیه کنید؟ پرداخت در تلگرام است.

## An invoice of Telegram's own, in Stars.

# 32 characters at most, the rest is cut off. $tier: a name. $title: the channel.
paystep-invoice-title = 💎 { $tier } · { $title }
paystep-invoice-title-donation = 💝 { $title }
# 255 characters at most. $tier: "Gold (1 month)".
paystep-invoice-description = { $tier } در { $title }. همین‌که پرداخت کنید، وارد می‌شوید.
paystep-invoice-description-donation = حمایت شما از { $title }. سپاس!
paystep-invoice-pay = پرداخت { $price }
# An invoice that renews is a link. The order is above it.
paystep-renewing = 🔁 اکنون { $price } می‌پردازید و پس از آن هر ۳۰ روز خودکار، تا وقتی لغوش کنید. هر زمان می‌توانید در تلگرام لغو کنید: «تنظیمات»، سپس «ستاره‌های من».

## Telegram makes no invoice.

paystep-refused = تلگرام نتوانست صورتحساب { $price } شما را بسازد. چیزی کسر نشد.
paystep-refused-crypto = دوباره امتحان کنید یا با رمزارز بپردازید.
paystep-refused-later = دوباره امتحان کنید. اگر باز هم نشد، از مالک بپرسید.
# For an owner. $title: the channel. The count of invoices that were refused is between them.
paystep-outage-title = 🚨 <b>خریداران { $title } نمی‌توانند با ستاره‌های تلگرام پرداخت کنند</b>
paystep-outage-advice = تلگرام فعلاً صورتحسابی با ستاره نمی‌سازد. اگر قیمت کافی باشد، خریداران می‌توانند با رمزارز پرداخت کنند. به گردانندهٔ این ربات خبر دهید.

## Answers to a tap. Plain text, 200 characters at most.

paystep-way-not-possible = فعلاً نمی‌توانید این‌طور پرداخت کنید. چیزی کسر نشد. روش دیگری انتخاب کنید.
