// Reads calendar files with ical.js and with node-ical, and prints what each of them makes of every entry.
//   node calendar_readers.mjs MODULES FILE...      MODULES: the folder in which both are installed
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const { default: ICAL } = await import(require.resolve("ical.js"));
const nodeIcal = require("node-ical");
const MOST = 40;

function icalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  const entries = [...calendar.getAllSubcomponents("vevent"), ...calendar.getAllSubcomponents("vtodo")];
  return entries.map((component) => {
    const event = new ICAL.Event(component);
    const days = [];
    if (component.name === "vevent") {
      const next = event.iterator();
      for (let day = next.next(); day && days.length < (event.isRecurring() ? MOST : 1); day = next.next())
        days.push([day.toString(), day.isDate ? null : day.toJSDate().toISOString()]);
    }
    const status = component.getFirstPropertyValue("status");
    return { uid: event.uid, summary: event.summary, description: event.description ?? "", sequence: event.sequence, status, days };
  });
}

function viaNodeIcal(text) {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((each) => each.type === "VEVENT" || each.type === "VTODO")
    .map(({ uid, summary, start, status }) => ({ uid, summary, status, start: start?.toISOString() ?? null }));
}

const read = files.map((file) => {
  const text = fs.readFileSync(file, "utf8");
  return { file: path.basename(file), icalJs: icalJs(text), nodeIcal: viaNodeIcal(text) };
});
console.log(JSON.stringify(read));
