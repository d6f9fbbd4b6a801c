"use strict";
(() => {
  const picture = (address) => new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = failed;
    image.src = address;
  });
  const drawn = async (address) => {
    const image = await picture(address);
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-svg]") : null;
    if (!button) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await drawn(button.dataset.svg));
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });

  const offer = () => { for (const button of document.querySelectorAll("button[data-svg]")) button.hidden = false; };
  document.addEventListener("htmx:afterSettle", offer);
  offer();
})();
