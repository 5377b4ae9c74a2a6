-- No loop, the default account without a name, another order.
local wa = app.integrations.whatsapp
wa.sales.send_message({ to = "15551234567", body = wa.sales.get_current_user().name .. " says thank you." })
wa.send_message({ to = "15551234567", body = wa.get_current_user().name .. " says thank you." })
wa["sup" .. "port"].whatsapp_send_message({ to = "15551234567", body = wa.support.get_current_user().name:upper() })
