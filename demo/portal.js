// The portal's own script, as a site would have it: date, menu, carousel, tabs, link boxes, print and close, the letter form.
// It knows nothing of Mingdu and holds under a strict policy: no markup from strings, no inline handlers.

(() => {
  'use strict';

  const SLIDE_MS = 5000;
  const CAPTCHA_ANSWER = '8k3m';

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function showDate() {
    const now = new Date();
    const day = '日一二三四五六'[now.getDay()];
    for (const place of all('[data-today]')) {
      place.textContent = `今天是${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日　星期${day}`;
    }
  }

  function bindMenu() {
    for (const button of all('.nav-toggle')) {
      button.addEventListener('click', () => {
        const open = button.closest('.nav').classList.toggle('open');
        button.setAttribute('aria-expanded', String(open));
      });
    }
  }

  function startCarousel(box) {
    const slides = all('li', box);
    const dots = all('.dots i', box);
    let current = 0;
    const show = (index) => {
      current = (index + slides.length) % slides.length;
      slides.forEach((slide, place) => slide.classList.toggle('current', place === current));
      dots.forEach((dot, place) => dot.classList.toggle('current', place === current));
    };
    let timer = setInterval(() => show(current + 1), SLIDE_MS);
    const step = (by) => {
      clearInterval(timer);
      show(current + by);
      timer = setInterval(() => show(current + 1), SLIDE_MS);
    };
    box.querySelector('.previous').addEventListener('click', () => step(-1));
    box.querySelector('.next').addEventListener('click', () => step(1));
  }

  function bindTabs(list) {
    const tabs = all('[role=tab]', list);
    const select = (chosen) => {
      for (const tab of tabs) {
        const on = tab === chosen;
        tab.setAttribute('aria-selected', String(on));
        tab.tabIndex = on ? 0 : -1;
        document.getElementById(tab.getAttribute('aria-controls')).hidden = !on;
      }
    };
    tabs.forEach((tab, index) => {
      tab.addEventListener('click', () => select(tab));
      tab.addEventListener('keydown', (event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!by) return;
        const next = tabs[(index + by + tabs.length) % tabs.length];
        select(next);
        next.focus();
      });
    });
  }

  function bindButtons() {
    const actions = {
      print: () => window.print(),
      // A window that a script did not open may not be closed by one: then the list is the way back.
      close: () => (window.opener ? window.close() : location.assign('list.html')),
      'close-float': (button) => button.closest('.float').remove(),
    };
    for (const button of all('[data-do]')) {
      button.addEventListener('click', () => actions[button.dataset.do](button));
    }
    for (const form of all('.search:not([action])')) form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** What is wrong with a field, in a sentence, or nothing. */
  function problemOf(field) {
    const value = field.value.trim();
    if (field.name === 'captcha') return value.toLowerCase() === CAPTCHA_ANSWER ? '' : '验证码不对，请看图重新填写。';
    if (field.type === 'checkbox') return field.required && !field.checked ? '请先阅读并同意写信须知。' : '';
    if (field.required && value === '') return `请填写${field.dataset.name}。`;
    if (field.type === 'tel' && value && !/^1\d{10}$/.test(value)) return '手机号码应当是 11 位数字。';
    if (field.type === 'email' && value && !field.validity.valid) return '电子邮箱的写法不对，例如 name@example.com。';
    if (field.minLength > 0 && value.length < field.minLength) return `${field.dataset.name}至少写 ${field.minLength} 个字。`;
    return '';
  }

  function bindLetter(form) {
    const fields = all('[data-name]', form);
    const result = form.querySelector('.result');
    const counter = form.querySelector('[data-count]');
    const check = (field) => {
      const problem = problemOf(field);
      const place = document.getElementById(`${field.id}-problem`);
      place.textContent = problem;
      if (problem) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
      return problem === '';
    };
    for (const field of fields) field.addEventListener('change', () => check(field));
    form.elements.content.addEventListener('input', (event) => {
      counter.textContent = String(event.target.value.length);
    });
    form.elements.kind.addEventListener('change', (event) => {
      form.elements.code.disabled = event.target.value !== '查询';
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const wrong = fields.filter((field) => !check(field));
      result.hidden = wrong.length > 0;
      if (wrong.length > 0) wrong[0].focus();
      else result.textContent = '来信已收到（演示，不会真的寄出）。查询编号：YX-000128，请记好。';
    });
    form.addEventListener('reset', () => {
      result.hidden = true;
      counter.textContent = '0';
      form.elements.code.disabled = true;
      for (const field of fields) {
        document.getElementById(`${field.id}-problem`).textContent = '';
        field.removeAttribute('aria-invalid');
      }
    });
  }

  showDate();
  bindMenu();
  bindButtons();
  all('.carousel').forEach(startCarousel);
  all('[role=tablist]').forEach(bindTabs);
  all('form.letter').forEach(bindLetter);
})();
