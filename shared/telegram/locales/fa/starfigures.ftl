starfigures-label = به Stars
starfigures-month = ⭐ <b>این ماه: { $net }</b> که صاحب این ربات به شما بدهکار است. حدود { $share } با نرخ تلگرام برای توسعه‌دهندگان، { $thousand } = { $rate }.
starfigures-month-none = ⭐ <b>این ماه: { $net }</b>
