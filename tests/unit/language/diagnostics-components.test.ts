import { describe } from "vitest";
import { table } from "./marked-table";

const send = (template: string, components: string) =>
  `return app.integrations.whatsapp.send_template({ to = "15551234567", template_name = ${template}, components = ${components} })`;
const order = (components: string) => send('"order_update", language = "en"', components);
const text = (value: string) => `{ type = "text", text = ${value} }`;
const body = (...parameters: string[]) => `{ type = "body", parameters = { ${parameters.join(", ")} } }`;

describe("components on their own", () => {
  table([
    [
      order(`«component-shape:${body(text('"a"'), text('"b"'))}»`),
      "`components` must be a list",
      order(`{ ${body(text('"a"'), text('"b"'))} }`),
    ],
    [
      send("...", `{ { type = "body", «component-shape:params» = { ${text('"a"')} } } }`),
      "mean `parameters`",
    ],
    [send("...", `{ { type = "body", parameters = {}, note = 1 } }`)],
    [
      order(`«component-shape:«wrong-type:'{ "type": "body" }'»»`),
      "wrap this in one",
      order(`"[{ \\"type\\": \\"body\\" }]"`),
    ],
    [order("«wrong-type:5»"), "not a number"],
    [order("«wrong-type:'body'»"), "not a string (only a JSON list would work)"],
    [
      send("...", `{ { type = «component-shape:"boddy"», parameters = {} } }`),
      "Types: header, body, button.",
      send("...", `{ { type = "body", parameters = {} } }`),
    ],
    [send("...", `{ { type = «component-shape:"footer"» } }`), "Footers have no placeholders"],
    [send("...", `{ { type = «component-shape:"buttons"» } }`), "Each button is its own component"],
    [send("...", "{ «component-shape:{ parameters = {} }» }"), "A component needs a type"],
    [send("...", "{ «component-shape:'body'» }"), "A component is a table"],
    [send("...", `{ ${body()}, «component-shape:${body()}» }`), "already"],
    [
      send("...", `{ { type = "body", parameters = «component-shape:${text('"a"')}» } }`),
      "`parameters` is a list",
    ],
    [
      send("...", `{ ${body('«parameter-shape:"Maya"»')} }`),
      "A parameter is a table",
      send("...", `{ ${body('{ type = "text", text = "Maya" }')} }`),
    ],
    [
      send("...", `{ ${body('«parameter-shape:{ text = "Maya" }»')} }`),
      "A parameter needs a type",
      send("...", `{ ${body('{ text = "Maya", type = "text" }')} }`),
    ],
    [send("...", `{ ${body('{ type = «parameter-type:"txt"», text = "x" }')} }`), "no parameter type `txt`"],
    [send("...", `{ ${body('«parameter-value:{ type = "text" }»')} }`), "needs the field `text`"],
    [send("...", `{ ${body(text('«parameter-value:""»'))} }`), "must not be empty (131008)"],
    [send("...", `{ ${body(text('«parameter-value:"a\\nb"»'))} }`), "Values can't contain line breaks"],
    [
      send(
        "...",
        `{ { type = "header", parameters = { { type = "image", image = «parameter-value:{}» } } } }`,
      ),
      "`link` or an `id`",
    ],
    [
      send(
        "...",
        `{ { type = "header", parameters = { { type = "image", image = { link = «parameter-value:"a.png"» } } } } }`,
      ),
      "https://",
    ],
    [
      send(
        "...",
        `{ { type = "header", parameters = { { type = "location", location = «parameter-value:{ latitude = 1 }» } } } }`,
      ),
      "`longitude`",
    ],
    [
      send("...", `{ ${body('{ type = "currency", currency = «parameter-value:{ code = "USD" }» }')} }`),
      "`fallback_value`, `amount_1000`",
    ],
    [send("...", `{ «button-shape:{ type = "button", index = 0 }» }`), "needs `sub_type`"],
    [send("...", `{ «button-shape:{ type = "button", sub_type = "url" }» }`), "needs `index`"],
    [
      send("...", `{ { type = "button", sub_type = «button-shape:"link"», index = 0 } }`),
      "no button type `link`",
    ],
    [
      send("...", `{ { type = "button", sub_type = "url", index = «button-shape:"first"» } }`),
      "an integer from 0 to 9",
    ],
    [send("...", `{ ${body(text("..."))} }`)],
    [send("...", "{ ... }")],
    [send("...", "(...)")],
  ]);
});

describe("components against the template they fill", () => {
  const shipping = (components: string) => send('"shipping_confirmation", language = "en_US"', components);
  const header = `{ type = "header", parameters = { ${text('"JL-1"')} } }`;
  const link = `{ type = "button", sub_type = "url", index = 0, parameters = { ${text('"JL-1"')} } }`;
  const two = body(text('"a"'), text('"b"'));
  const tasting = (components: string) => send('"tasting_reminder", language = "en_US"', components);
  const image = `{ type = "header", parameters = { { type = "image", image = { link = "https://a.example/b.jpg" } } } }`;
  const named = (name: string) => `{ type = "text", parameter_name = ${name}, text = "x" }`;
  const all = body(named('"first_name"'), named('"day"'), named('"time"'));
  table([
    [order(`{ ${two} }`)],
    [
      order(`{ { type = "body", parameters = «parameter-count:{ ${text('"a"')} }» } }`),
      "has 2 placeholders ({{1}}, {{2}}); 1 parameter given (132000)",
      order(`{ { type = "body", parameters = { ${text('"a"')}, { type = "text", text = "…" } } } }`),
    ],
    [
      order(
        `{ { type = "body", parameters = «parameter-count:{ ${text('"a"')}, ${text('"b"')}, ${text('"c"')} }» } }`,
      ),
      "3 parameters given",
    ],
    [
      `return app.integrations.whatsapp.send_template({ to = "15551234567", template_name = «component-missing:"order_update"», language = "en" })`,
      "nothing fills them",
    ],
    [order("«component-missing:{}»"), "has 2 placeholders"],
    [order(`«wrong-type:"nonsense"»`), "not a string (only a JSON list would work)"],
    [
      order(`«parameter-count:'[{"type":"body","parameters":[{"type":"text","text":"a"}]}]'»`),
      "1 parameter given",
    ],
    [order(`'[{"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}]'`)],
    [
      order(
        `{ { type = "body", parameters = { ${text('"a"')}, { type = «parameter-kind:"image"», image = { id = "1" } } } } }`,
      ),
      "takes text, not `image`",
    ],
    [
      send('"hello_world"', `{ { type = "body", parameters = «parameter-count:{ ${text('"a"')} }» } }`),
      "has no placeholders",
    ],
    [shipping(`{ ${header}, ${two}, ${link} }`)],
    [
      shipping(`«component-missing:{ ${two}, ${link} }»`),
      "The header of `shipping_confirmation` has 1 placeholder",
    ],
    [shipping(`«component-missing:{ ${header}, ${two} }»`), "“Track parcel” (index 0)"],
    [
      shipping(
        `{ ${header}, ${two}, ${link}, { type = "button", sub_type = "url", index = «button-index:5», parameters = {} } }`,
      ),
      "none at index 5",
    ],
    [
      shipping(
        `{ ${header}, ${two}, { type = "button", sub_type = «button-type:"quick_reply"», index = 0, parameters = {} } }`,
      ),
      "Button 0 of `shipping_confirmation` is `url`",
      shipping(`{ ${header}, ${two}, { type = "button", sub_type = "url", index = 0, parameters = {} } }`),
    ],
    [
      shipping(
        `{ ${header}, ${two}, { type = "button", sub_type = "url", index = 0, parameters = «parameter-count:{}» } }`,
      ),
      "takes 1 parameter; 0 given",
    ],
    [
      shipping(
        `{ ${header}, ${two}, { type = "button", sub_type = "url", index = 0, parameters = { { type = «parameter-kind:"payload"», payload = "x" } } } }`,
      ),
      "takes a parameter of type `text`",
    ],
    [tasting(`{ ${image}, ${all} }`)],
    [tasting(`«component-missing:{ ${all} }»`), 'needs one parameter `type = "image"`'],
    [
      tasting(
        `{ { type = "header", parameters = { { type = «parameter-kind:"video"», video = { id = "1" } } } }, ${all} }`,
      ),
      "is an image",
    ],
    [
      tasting(
        `{ ${image}, ${body(named('"first_name"'), named('«parameter-name:"dya"»'), named('"time"'))} }`,
      ),
      "Placeholders: first_name, day, time.",
      tasting(`{ ${image}, ${body(named('"first_name"'), named('"day"'), named('"time"'))} }`),
    ],
    [
      tasting(
        `{ ${image}, ${body(named('"first_name"'), named('"day"'), `«parameter-name:${text('"4 pm"')}»`)} }`,
      ),
      "named placeholders",
    ],
    [
      `local parts = { { type = "body", parameters = «parameter-count:{ ${text('"a"')} }» } }\n${order("parts")}`,
      "1 parameter given",
    ],
    [`local parts = {}\nparts[1] = ${two}\n${order("parts")}`],
    [order(`{ { type = "body", parameters = (...) } }`)],
    [order(`{ { type = ..., parameters = {} } }`)],
  ]);
});
