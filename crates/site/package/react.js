"use client";
// The element as a component of React 18 and 19. Properties and attributes need none, but React 18 knows no events of elements,
// and React 19 forgets them while it hydrates what a server has rendered.
import { createElement, forwardRef, useEffect, useImperativeHandle, useRef } from "react";
import "./fact-cards.js";

// The build puts in the events by the names of their properties.
const LISTENERS = Object.entries(EVENTS);

export const FactCards = forwardRef(function FactCards(given, ref) {
  const element = useRef(null);
  const attributes = { ...given };
  for (const [name] of LISTENERS) delete attributes[name];
  useImperativeHandle(ref, () => element.current, []);
  useEffect(() => {
    const here = element.current;
    for (const [name, type] of LISTENERS) here.addEventListener(type, given[name]);
    return () => LISTENERS.forEach(([name, type]) => here.removeEventListener(type, given[name]));
  });
  return createElement("fact-cards", { ...attributes, ref: element });
});
