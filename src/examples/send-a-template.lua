-- Start a conversation: outside the 24-hour window, only templates arrive.
local whatsapp = app.integrations.whatsapp

-- hello_world has no placeholders, so it needs no components.
local hello = whatsapp.send_template({
  to = "15551234567",
  template_name = "hello_world",
  language = "en_US",
})
print("hello_world", hello.messages[1].message_status)

-- The body of order_update has two placeholders, {{1}} and {{2}}.
local update = whatsapp.send_template({
  to = "15551234567",
  template_name = "order_update",
  language = "en",
  components = {
    {
      type = "body",
      parameters = {
        { type = "text", text = "Order #20418" },
        { type = "text", text = "packed and waiting for you" },
      },
    },
  },
})
print("order_update", update.messages[1].message_status)
