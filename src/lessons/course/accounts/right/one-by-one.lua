-- No loop, the default account without a name, another order.
local wa = app.integrations.whatsapp
local to = wa.sales.list_contacts({ limit = 1 }).data[1].wa_id
wa.sales.send_message({ to = to, body = wa.sales.get_current_user().name .. " says thank you." })
wa.send_message({ to = to, body = wa.get_current_user().name .. " says thank you." })
wa["sup" .. "port"].whatsapp_send_message({ to = to, body = wa.support.get_current_user().name:upper() })
