// Chooses the point of a proposal on the map: by click or tap, by arrow keys, or where one is. The two fields under the
// map hold it, typed or chosen. Whether a point lies in the city is decided when the form is sent; here it is only told.

const ZOOMS = [1, 2, 4, 8, 16, 32];
const DIGITS = 5;
/** So far from land, in units of the map, a point may lie and still belong to the city, as the server reckons. */
const NEAR = 1000 / 40;

const map = document.querySelector("[data-point-map]");
if (map) begin(map);

function begin(map) {
  const frame = map.querySelector("[role=application]");
  const svg = frame.querySelector("svg");
  const areas = [...svg.querySelectorAll("path[data-name]")];
  const [marker, cross] = [svg.querySelector("[data-marker]"), svg.querySelector("[data-cross]")];
  const button = (name) => map.querySelector(`[data-press=${name}]`);
  const said = map.querySelector("[role=status]");
  const { lat, lon, galler } = map.closest("form").elements;
  const part = [...galler].find((choice) => choice.value === "part");
  const { west, north, east, south } = Object.fromEntries(
    Object.entries(map.dataset).map(([name, value]) => [name, Number(value)]),
  );
  const whole = { ...box(svg.viewBox.baseVal) };
  let view = { ...whole };
  let zoom = 0;
  let point = typed();
  let aim = point ?? middle(whole);
  let dragged = false;

  // --- where things are ---

  function box({ x, y, width, height }) {
    return { x, y, width, height };
  }

  function middle({ x, y, width, height }) {
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** The point the fields hold, on the map; null when they hold none. */
  function typed() {
    const [latitude, longitude] = [lat, lon].map(({ value }) => Number.parseFloat(value.trim().replace(",", ".")));
    return Number.isFinite(latitude + longitude) ? placed(latitude, longitude) : null;
  }

  function placed(latitude, longitude) {
    return { x: (longitude - west) * east, y: (north - latitude) * south };
  }

  /** The degrees of a place on the map, as people of this language write them. */
  function degrees({ x, y }) {
    const comma = document.documentElement.lang === "sv" ? "," : ".";
    return [north - y / south, west + x / east].map((number) => number.toFixed(DIGITS).replace(".", comma));
  }

  /** The name of the area a place lies in; "" outside the city. */
  function areaOf({ x, y }) {
    const holds = (dx, dy) => areas.find((area) => area.isPointInFill(new DOMPoint(x + dx, y + dy)))?.dataset.name;
    const around = [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => (turn * Math.PI) / 4);
    const near = () => around.map((turn) => holds(NEAR * Math.cos(turn), NEAR * Math.sin(turn))).find(Boolean);
    return holds(0, 0) ?? near() ?? "";
  }

  /** The place on the map under a pointer. */
  function under(event) {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return { x, y };
  }

  // --- what is shown and told ---

  function draw() {
    // Names and signs are drawn in pixels, however large the map is.
    const scale = view.width / (svg.clientWidth || whole.width);
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    svg.setAttribute("data-zoom", zoom > 1 ? "near" : "far");
    write(scale);
    stand(marker, point, scale);
    stand(cross, aim, scale);
    button("remove").hidden = !point;
    button("in").disabled = zoom === ZOOMS.length - 1;
    button("out").disabled = zoom === 0;
    frame.toggleAttribute("data-pans", zoom > 0);
  }

  /** Writes the names that fit: none across another. */
  function write(scale) {
    const taken = [];
    for (const name of svg.querySelectorAll(`[data-names=${zoom > 1 ? "near" : "far"}] text`)) {
      name.setAttribute("transform", `translate(${name.dataset.x} ${name.dataset.y}) scale(${scale})`);
      name.removeAttribute("visibility");
      const own = name.getBoundingClientRect();
      const crosses = (other) => own.left < other.right && other.left < own.right
        && own.top < other.bottom && other.top < own.bottom;
      if (taken.some(crosses)) name.setAttribute("visibility", "hidden");
      else taken.push(own);
    }
  }

  function stand(sign, place, scale) {
    sign.toggleAttribute("hidden", !place);
    if (place) sign.setAttribute("transform", `translate(${place.x} ${place.y}) scale(${scale})`);
  }

  function tell(words, place = null) {
    const [latitude, longitude] = place ? degrees(place) : [];
    const text = (map.dataset[words] ?? "")
      .replace("{area}", place ? areaOf(place) : "")
      .replace("{lat}", latitude)
      .replace("{lon}", longitude);
    if (said.textContent !== text) said.textContent = text;
  }

  // --- what one can do ---

  function choose(place) {
    point = place;
    aim = place;
    [lat.value, lon.value] = degrees(place);
    if (part) part.checked = true;
    const isOutside = areaOf(place) === "";
    said.toggleAttribute("data-outside", isOutside);
    tell(isOutside ? "outside" : "chosen", place);
    draw();
  }

  function remove() {
    point = null;
    [lat.value, lon.value] = ["", ""];
    said.removeAttribute("data-outside");
    tell("removed");
    draw();
    frame.focus();
  }

  /** Zooms about what one aims at, which stays in sight. */
  function zoomTo(level) {
    zoom = Math.max(0, Math.min(ZOOMS.length - 1, level));
    const [width, height] = [whole.width / ZOOMS[zoom], whole.height / ZOOMS[zoom]];
    look({ x: aim.x - width / 2, y: aim.y - height / 2, width, height });
  }

  /** Shows a part of the map, never past its edge. */
  function look({ x, y, width, height }) {
    const within = (at, least, room) => Math.max(least, Math.min(at, least + room));
    view = {
      x: within(x, whole.x, whole.width - width),
      y: within(y, whole.y, whole.height - height),
      width,
      height,
    };
    draw();
  }

  function step(dx, dy) {
    const within = (at, least, size) => Math.max(least, Math.min(at, least + size));
    aim = { x: within(aim.x + dx, whole.x, whole.width), y: within(aim.y + dy, whole.y, whole.height) };
    const isSeen = Math.abs(aim.x - view.x - view.width / 2) < view.width * 0.45
      && Math.abs(aim.y - view.y - view.height / 2) < view.height * 0.45;
    if (isSeen) draw();
    else look({ ...view, x: aim.x - view.width / 2, y: aim.y - view.height / 2 });
    tell(areaOf(aim) === "" ? "overNone" : "over", aim);
  }

  const keys = {
    ArrowLeft: (by) => step(-by, 0),
    ArrowRight: (by) => step(by, 0),
    ArrowUp: (by) => step(0, -by),
    ArrowDown: (by) => step(0, by),
    Enter: () => choose(aim),
    " ": () => choose(aim),
    "+": () => zoomTo(zoom + 1),
    "-": () => zoomTo(zoom - 1),
    Delete: () => point && remove(),
  };

  frame.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act(view.width / (event.shiftKey ? 200 : 25));
  });

  frame.addEventListener("click", (event) => {
    if (!dragged) choose(under(event));
  });

  frame.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (zoom === 0 || !event.isPrimary) return;
    const begun = { x: event.clientX, y: event.clientY, view };
    const per = view.width / svg.clientWidth;
    const drag = (moved) => {
      const [dx, dy] = [moved.clientX - begun.x, moved.clientY - begun.y];
      dragged ||= Math.hypot(dx, dy) > 6;
      if (dragged) look({ ...begun.view, x: begun.view.x - dx * per, y: begun.view.y - dy * per });
    };
    const end = new AbortController();
    addEventListener("pointermove", drag, { signal: end.signal });
    for (const kind of ["pointerup", "pointercancel"]) {
      addEventListener(kind, () => end.abort(), { signal: end.signal });
    }
  });

  button("in").addEventListener("click", () => zoomTo(zoom + 1));
  button("out").addEventListener("click", () => zoomTo(zoom - 1));
  button("remove").addEventListener("click", remove);
  button("here").hidden = !navigator.geolocation;
  button("here").addEventListener("click", () => {
    tell("asking");
    const found = ({ coords }) => {
      choose(placed(coords.latitude, coords.longitude));
      if (areaOf(point) !== "") zoomTo(3);
    };
    navigator.geolocation.getCurrentPosition(found, () => tell("unknown"), { timeout: 15_000, maximumAge: 60_000 });
  });

  for (const field of [lat, lon]) {
    field.addEventListener("input", () => {
      point = typed();
      aim = point ?? aim;
      draw();
    });
  }

  map.hidden = false;
  new ResizeObserver(draw).observe(frame);
}
