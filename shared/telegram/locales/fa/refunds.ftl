### بازپرداخت‌هایی که خود ربات به خواست مالک انجام می‌دهد.

## دکمه‌ها. $amount: "⭐ 385".

refunds-button = ↩️ بازپرداخت { $amount }
refunds-button-asked = ⏳ بازپرداخت { $amount }
refunds-yes = ↩️ بله، { $amount } برگردد
refunds-again = ↩️ تلاش دوباره

## پرسش پیش از بازپرداخت و وضعیت آن. $person: "@dana".

refunds-ask = ↩️ <b>{ $amount } به { $person } برگردانده شود؟</b>
refunds-leaves-balance = • { $amount } از موجودی این ربات کم می‌شود و بازگشتی ندارد.
refunds-ends-access = • دسترسی‌ای که این پرداخت داده بود تمام می‌شود.
refunds-ends-renewal = • اشتراک دیگر تمدید نمی‌شود.
refunds-on-its-way = ⏳ <b>دارم { $amount } را به { $person } برمی‌گردانم.</b> وقتی انجام شد خبر می‌دهم.
refunds-done = ↩️ <b>{ $amount } به { $person } برگشت.</b>
# کار دکمه. $label: نوشتهٔ روی آن.
refunds-means = <b>{ $label }:</b> پس از یک بار پرسش دیگر، آن را برمی‌گردانم.
# بازپرداخت یک پرداخت. $item: "donation" یا "subscription".
refunds-made = { $item ->
    [donation] تلگرام آن را به پرداخت‌کننده برگرداند.
   *[other] تلگرام آن را به پرداخت‌کننده برگرداند. دسترسی‌ای که با آن خریده شده بود تمام شد.
}

## بازپرداختی که تلگرام نپذیرفت.

refunds-refused = ⚠️ <b>{ $amount } به { $person } برنگشت.</b>
refunds-refused-balance = موجودی این ربات کافی نیست، چون ستاره‌هایش برداشت یا بازپرداخت شده‌اند. از گردانندهٔ ربات بخواهید ستاره اضافه کند و دوباره تلاش کنید.
refunds-refused-unanswered = تلگرام سه روز پاسخ نداد. دوباره تلاش کنید. اگر پیش‌تر برگشته باشد، دو بار برنمی‌گردد.
refunds-refused-other = تلگرام نپذیرفت و چیزی تغییر نکرد. بعداً دوباره تلاش کنید. اگر باز هم نپذیرفت، شمارهٔ پرداخت را به گردانندهٔ ربات بدهید.

## پاسخ‌ها.

refunds-nothing = اینجا چیزی برای بازپرداخت نمانده است.

## داستان یک سفارش و گزارش کارها. $by, $person: یک مدیر.

refunds-story-asked = { $person } خواست پرداختی برگردانده شود.
refunds-story-asked-buyer = مالک خواست پرداختی برگردانده شود.
refunds-story-refused = تلگرام بازپرداخت را نپذیرفت.
refunds-log-asked = { $by } خواست پرداختی برگردانده شود
refunds-log-refused = { $by } نتوانست پرداختی را برگرداند، چون تلگرام نپذیرفت
