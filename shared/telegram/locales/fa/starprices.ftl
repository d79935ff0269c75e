starprices-edit = ⭐ قیمت به Stars
starprices-tier-title = ⭐ <b>{ $tier }</b>، طرحی از { $title } به قیمت { $price }
starprices-none = با Stars فروخته نمی‌شود.
starprices-worth = به Stars: <b>{ $stars }</b>، حدود { $share } با نرخ تلگرام برای توسعه‌دهندگان، { $thousand } = { $rate }
starprices-for-owner = { $stars }: شما حدود { $share } می‌گیرید، با نرخ تلگرام برای توسعه‌دهندگان، { $thousand } = { $rate }. خریدار حدود { $cost } می‌پردازد.
starprices-for-buyer = { $stars }: خریدار حدود { $cost } می‌پردازد. شما حدود { $share } می‌گیرید.
starprices-store = این برای Stars خریداری‌شده از فروشگاه برنامه‌هاست، { $thousand } به { $cost }. در جاهای دیگر ارزان‌تر است.
starprices-too-high = این قیمت به دلار از { $most } بیشتر است و تلگرام در یک صورتحساب بیش از این نمی‌پذیرد.
starprices-ask = یکی از پیشنهادها را بزنید یا عددی صحیح بفرستید، حداکثر { $most }. قیمت تازه به دلار آن را تغییر نمی‌دهد.
starprices-set-up = قیمت «{ $tier }» به Telegram Stars چند است؟ یکی از پیشنهادها را بزنید یا عددی صحیح بفرستید، حداکثر { $most }.
starprices-set-up-none = بدون Stars
starprices-whose = تلگرام Stars را به صاحب این ربات می‌پردازد و او با شما تسویه می‌کند.
starprices-remove = 🗑 حذف
starprices-off = خریداران آن را نمی‌بینند: صاحب این ربات فعلاً برای پیشنهادهای شما Stars نمی‌پذیرد.

starprices-donations-button = ⭐ حمایت با Stars
starprices-donations-title = ⭐ <b>حمایت از { $title } با Stars</b>
starprices-donations-none = خاموش است.
starprices-donations-on = ✅ روشن کردن
starprices-donations-off = ⛔️ خاموش کردن
starprices-donations-ask = حامیان یکی از این عددها را انتخاب می‌کنند. برای تغییر، حداکثر { $most } عدد صحیح بفرستید و بین آن‌ها فاصله بگذارید، هر کدام حداکثر { $max }، مثلاً: 50 100 500

starprices-ask-tier = قیمت آن به Stars چند است؟ مثلاً 385.
starprices-ask-donations = حامیان از میان چه عددهایی از Stars انتخاب کنند؟ مثلاً 50 100 500.
starprices-typed = یک عدد صحیح Stars از 1 تا { $max } بنویسید.
starprices-typed-presets = حداکثر { $most } عدد صحیح بفرستید و بین آن‌ها فاصله بگذارید، مثلاً 50 100 500. هر کدام حداکثر { $max } است.
starprices-stay = ذخیره شد. قیمت به Stars همان { $stars } می‌ماند. سفارش‌های باز با همان شرایط قبلی می‌مانند.
starprices-off-toast = صاحب این ربات فعلاً برای پیشنهادهای شما Stars نمی‌پذیرد.
