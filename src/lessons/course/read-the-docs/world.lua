-- In the first world by the template's own status; in the others Meta refuses, with codes of any length.
if world.index == 1 then
  local status = draw.pick({ "PAUSED", "DISABLED", "REJECTED" })
  return {
    changes = {
      templates = {
        { name = "restock_alert", language = "en_US", category = "MARKETING", status = status, body = "Back on the shelf." },
      },
    },
    facts = { code = ({ PAUSED = 132015, DISABLED = 132016, REJECTED = 132001 })[status] },
  }
end
local code = draw.pick(world.index == 2 and { 130429, 131000, 131016, 131056, 131057, 130497, 131031 } or { 4, 10, 33, 368 })
return {
  changes = {
    templates = {
      { name = "restock_alert", language = "en_US", category = "MARKETING", body = "Back on the shelf." },
    },
    faults = { { operation = "send_template", from = 1, effect = { kind = "error", code = code } } },
  },
  facts = { code = code },
}
