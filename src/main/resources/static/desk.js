// A slider beside a field for an amount, and the code of a proof taken from the address of its QR code.
// Without this script the field alone does it all.
for (const field of document.querySelectorAll("input[data-slider]")) {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = Math.ceil(Number(field.dataset.min));
  slider.max = Math.floor(Number(field.dataset.max));
  slider.step = 1;
  slider.value = field.value || slider.min;
  slider.setAttribute("aria-label", field.dataset.slider);
  slider.addEventListener("input", () => { field.value = slider.value; });
  slider.addEventListener("change", () => {
    field.value = slider.value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  field.addEventListener("input", () => { slider.value = field.value; });
  field.after(slider);
}
const proof = document.querySelector("input[data-proof]");
if (proof && !proof.value && /^#[0-9A-F-]{20,24}$/.test(location.hash)) {
  proof.value = location.hash.slice(1);
}
