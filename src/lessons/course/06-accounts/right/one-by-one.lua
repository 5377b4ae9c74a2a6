-- No loop, the default account without a name, another order, by position.
local wa = app.integrations.whatsapp
wa.sales.send_message("15551234567", wa.sales.get_current_user().name .. " says thank you.")
wa.send_message("15551234567", wa.get_current_user().name .. " says thank you.")
wa["sup" .. "port"].whatsapp_send_message("15551234567", wa.support.get_current_user().name:upper())
