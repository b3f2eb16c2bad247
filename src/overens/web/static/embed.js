"use strict";
/* Tells the page around how high this one is, in pixels, and nothing else; everything works without it. */
if (parent !== window) {
  const main = document.querySelector("main"), scroll = document.querySelector(".scroll");
  const edges = () => { const style = getComputedStyle(document.body); return parseFloat(style.paddingTop) + parseFloat(style.paddingBottom); };
  const tell = () => parent.postMessage(Math.ceil(main.offsetHeight + edges() + (scroll ? scroll.scrollHeight - scroll.clientHeight : 0)), "*");
  new ResizeObserver(tell).observe(main);
  addEventListener("load", tell);
}
