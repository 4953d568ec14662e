// An administrator's first hour in the setup console, in a real Chromium. Usage: console.mjs BASE-URL DIRECTORY-FOR-SCREENSHOTS CHROMIUM
// Prints one line of JSON at its end; anything that is not as it should be ends it with an error.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import * as tasks from './console-setup.mjs';

const [base, shots, executablePath] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const offline = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--disable-gpu'];
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...offline] });
const complaints = [];

// What acts if somebody's text is taken for a page.
const hostile = '<img src=x onerror=document.title="run">';
const acts = 'img[src=x], script, [onerror], a[href^="javascript:" i], [src^="javascript:" i]';

async function person(username, password, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, userAgent: 'Browser ' + hostile, ...options });
  const page = await context.newPage();
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  await page.goto(base + '/login?to=setup');
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('#signIn');
  return page;
}

const done = async (page, operation) => assert.equal(await page.locator('.done').innerText(), 'Done: ' + operation);
const said = page => page.locator('.problem li').allInnerTexts();

async function accessible(page, name) {
  assert.equal(await page.locator(acts).count(), 0, 'G02 ' + name);
  assert.notEqual(await page.title(), 'run', 'G02 ' + name);
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  // By the debugger, because the page's own policy lets no script run.
  const debug = await page.context().newCDPSession(page);
  const run = `${axe}; axe.run().then(found => JSON.stringify(found.violations.map(it => it.impact + ' ' + it.id + ': ' + it.nodes[0].html)))`;
  const { result } = await debug.send('Runtime.evaluate', { expression: run, awaitPromise: true });
  assert.deepEqual(JSON.parse(result.value).filter(it => /^(serious|critical)/.test(it)), [], name);
}

/** By the debugger for the same reason. */
async function sideways(page) {
  const debug = await page.context().newCDPSession(page);
  const { result } = await debug.send('Runtime.evaluate', { expression: 'document.documentElement.scrollWidth - document.documentElement.clientWidth' });
  return result.value;
}

const admin = await person('admin', 'gatehouse');
assert.equal(new URL(admin.url()).pathname, '/setup');

// An app for one agent: restricted to a permission set and to addresses, with a short refresh token.
await admin.goto(base + '/setup/app?preset=postman');
await admin.fill('#clientId', 'browser-postman');
await admin.fill('#ranges', 'nonsense');
await admin.click('#save');
assert.match((await said(admin)).join(), /Not an IP address: nonsense/);
await admin.fill('#ranges', '127.0.0.0 - 127.0.0.255');
await admin.selectOption('#permitted', 'AdminApprovedPreAuthorized');
await admin.getByLabel('SalesOperations').check();
await admin.fill('#amount', '8');
await admin.selectOption('#unit', 'Hours');
await admin.click('#save');
await done(admin, 'client.create');
assert.equal(await admin.inputValue('#ranges'), '127.0.0.0 - 127.0.0.255');
assert.equal(await admin.inputValue('#amount'), '8');
assert.ok(await admin.getByLabel('SalesOperations').isChecked());
await admin.selectOption('#method', 'client_secret_basic');
await admin.click('#save');
await done(admin, 'client.update');
await admin.click('#secretButton');
assert.equal((await admin.locator('#secret').innerText()).length, 43);
await admin.goto(base + '/setup/app?id=browser-postman');
assert.equal(await admin.locator('#secret').count(), 0, 'a secret is shown once');
await admin.click('#block');
await done(admin, 'client.block');
await admin.click('#unblock');
await done(admin, 'client.unblock');

// What somebody typed is text, wherever it is shown.
await admin.goto(base + '/setup/app?id=browser-postman');
await admin.fill('#label', hostile);
await admin.click('#save');
await done(admin, 'client.update');
for (const path of ['/setup/apps', '/setup/connections', '/setup/search?object=browser-postman']) {
  await admin.goto(base + path);
  assert.equal(await admin.locator('img[src=x]').count(), 0, 'G02 ' + path);
  assert.notEqual(await admin.title(), 'run');
}

// An app whose logo is a script, and the browser's own name in the login history.
for (const path of ['/setup/apps', '/setup/app?id=inspector', '/setup/connections?client=inspector']) {
  await admin.goto(base + path);
  assert.equal(await admin.locator(acts).count(), 0, 'M09 ' + path);
}
await admin.goto(base + '/setup/people');
await admin.getByRole('link', { name: 'admin', exact: true }).click();
assert.ok((await admin.locator('main').innerText()).includes('Browser ' + hostile), 'the name of the browser');
await accessible(admin, 'login-history-of-a-person');

// Servers on and off.
await admin.goto(base + '/setup/servers');
await admin.getByRole('button', { name: 'Activate Object Mutations' }).click();
await done(admin, 'server.activate');
await admin.getByRole('button', { name: 'Deactivate Object Mutations' }).click();
await done(admin, 'server.deactivate');

await admin.selectOption('[id="scope-platform/object-deletes"]', 'CHANGES');
await admin.getByRole('button', { name: 'Save what people approve at Object Deletes' }).click();
await done(admin, 'server.approvals.change');
assert.equal(await admin.inputValue('[id="scope-platform/object-deletes"]'), 'CHANGES');
await admin.selectOption('[id="scope-platform/object-deletes"]', 'DESTRUCTIVE');
await admin.getByRole('button', { name: 'Save what people approve at Object Deletes' }).click();
await done(admin, 'server.approvals.change');

// A server of one's own: what is wrong with it, its draft, what publishing would change, its activation.
await admin.goto(base + '/setup/server');
const draft = await admin.inputValue('#document');
await admin.fill('#name', 'BrowserDesk');
await admin.fill('#document', draft.replace('getUserInfo', 'dropEverything'));
await admin.click('#save');
assert.deepEqual(await said(admin), ["tools/1/tool: there is no tool 'dropEverything'"]);
await admin.fill('#document', '{');
await admin.click('#save');
assert.deepEqual(await said(admin), ['document: This is not JSON in UTF-8.']);
await admin.fill('#document', draft);
await admin.click('#save');
await done(admin, 'custom-server.create');
await admin.click('#publish');
await done(admin, 'custom-server.publish');
assert.equal(await admin.locator('#number').innerText(), '1');
await admin.fill('#document', (await admin.inputValue('#document')).replace('My server', 'Browser desk'));
await admin.click('#save');
await done(admin, 'custom-server.edit');
assert.match(await admin.locator('#differences').innerText(), /replace \/title: "Browser desk"/);
await accessible(admin, 'server');
await admin.fill('#document', (await admin.inputValue('#document')).replace(' LIMIT 200', ''));
await admin.click('#publish');
await done(admin, 'custom-server.publish');
assert.equal(await admin.locator('#number').innerText(), '2');
assert.match(await admin.locator('#warnings').innerText(), /without LIMIT/);
await admin.goto(base + '/setup/servers');
await admin.getByRole('button', { name: 'Activate Browser desk' }).click();
await done(admin, 'server.activate');
await admin.goto(base + '/setup/server?name=BrowserDesk');
await admin.click('#delete');
assert.deepEqual(await said(admin), ['The server is active. Deactivate it first.']);
await admin.goto(base + '/setup/servers');
await admin.getByRole('button', { name: 'Deactivate Browser desk' }).click();
await done(admin, 'server.deactivate');
await admin.goto(base + '/setup/server?name=BrowserDesk');
await admin.click('#delete');
await done(admin, 'custom-server.delete');
await admin.goto(base + '/setup/server');
await accessible(admin, 'new-server');

// A call that waits for the person: each field as it is and as it would be.
await admin.goto(base + '/approvals');
assert.match(await admin.locator('section').innerText(), /is deleted[^]*Field[^]*Name/);
assert.ok((await admin.locator('section').innerText()).includes(hostile), 'the name of the record');
await accessible(admin, 'approvals');
await admin.getByRole('button', { name: 'Approve this call: Delete records' }).click();
assert.match(await admin.locator('section [role=status]').innerText(), /You have approved this call/);
await admin.getByRole('button', { name: 'Refuse: Delete records' }).click();
assert.match(await admin.locator('main').innerText(), /No call waits for you/);

// A person who gets a link and a permission set.
await admin.goto(base + '/setup/person');
await admin.fill('#username', 'browser.auditor');
await admin.fill('#name', 'Browser Auditor');
await admin.fill('#email', 'no address');
await admin.click('#save');
assert.deepEqual(await said(admin), ['email: this is no e-mail address']);
await admin.fill('#email', 'auditor@demo.example');
await admin.selectOption('#profile', 'StandardUser');
await admin.click('#save');
await done(admin, 'user.create');
for (const set of ['Auditor', 'MCPClientUser']) {
  await admin.selectOption('#set', set);
  await admin.click('#assign');
  await done(admin, 'permission-set.assign');
}
await admin.getByRole('button', { name: 'Take away MCPClientUser' }).click();
await done(admin, 'permission-set.unassign');
await admin.click('#linkButton');
const link = await admin.locator('#link').innerText();

// A permission set that is made and deleted.
await admin.goto(base + '/setup/permission-set');
await admin.fill('[id="set:name"]', 'BrowserSet');
await admin.fill('[id="set:label"]', 'Browser set');
const account = admin.locator('details', { has: admin.locator('summary', { hasText: /^Account/ }) });
await account.locator('summary').click();
await account.getByLabel('read', { exact: true }).check();
await admin.locator('[id="set:save"]').click();
await done(admin, 'permission-set.create');
await account.locator('summary').click();
assert.ok(await account.getByLabel('read', { exact: true }).isChecked());
await admin.locator('[id="set:delete"]').click();
await done(admin, 'permission-set.delete');

// A limit: what is wrong with it, its making, its end.
await admin.goto(base + '/setup/limit');
await admin.fill('#name', 'browser-limit');
await admin.fill('#size', '0');
await admin.fill('#onlyClient', 'nobodys');
await admin.click('#save');
assert.deepEqual(await said(admin), ['size: between 1 and 10000000000']);
await admin.fill('#size', '1000000');
await admin.click('#save');
assert.deepEqual(await said(admin), ['only/CLIENT: there is no client of this id']);
await admin.fill('#onlyClient', 'inspector');
await admin.selectOption('#measure', 'BYTES');
await admin.selectOption('#window', 'HOUR');
await admin.getByLabel('Each person').check();
await admin.click('#save');
await done(admin, 'limit.create');
assert.match(await admin.locator('main').innerText(), /browser-limit\s+1000000 bytes an hour\s+client inspector\s+person\s+holds/);
await admin.goto(base + '/setup/limit?name=browser-limit');
assert.equal(await admin.inputValue('#onlyClient'), 'inspector');
assert.ok(await admin.getByLabel('Each person').isChecked());
await admin.getByLabel('It holds').uncheck();
await admin.click('#save');
await done(admin, 'limit.update');
await admin.goto(base + '/setup/limit?name=browser-limit');
await admin.click('#delete');
await done(admin, 'limit.delete');

// An alert, made of a search; what is wrong with it; its end.
await admin.goto(base + '/setup/search?type=ApiTotalUsage&outcome=REFUSED');
await admin.getByRole('link', { name: 'Make an alert of this search' }).click();
assert.equal(await admin.inputValue('#type'), 'ApiTotalUsage');
assert.equal(await admin.inputValue('#outcome'), 'REFUSED');
await admin.fill('#name', 'browser-alert');
await admin.fill('#threshold', '0');
await admin.getByLabel('The connection is frozen as well').check();
await admin.click('#save');
assert.deepEqual(await said(admin), ['threshold: between 1 and 1000000000', 'freezes: only an alert for each CONNECTION can freeze: it must be clear which one']);
await admin.fill('#threshold', '1000');
await admin.fill('#minutes', '1');
await admin.selectOption('#each', 'CONNECTION');
await accessible(admin, 'alert');
await admin.click('#save');
await done(admin, 'alert.create');
assert.match(await admin.locator('main').innerText(), /browser-alert\s+1000 in 1 minute, each connection\s+type ApiTotalUsage, outcome REFUSED\s+tells and freezes the connection\s+on/);
await accessible(admin, 'alerts');
await admin.getByRole('link', { name: 'Events of browser-alert' }).click();
assert.equal(await admin.inputValue('#outcome'), 'REFUSED');
await admin.goto(base + '/setup/alert?name=browser-alert');
assert.ok(await admin.getByLabel('The connection is frozen as well').isChecked());
await admin.getByLabel('It is on').uncheck();
await admin.click('#save');
await done(admin, 'alert.update');
await admin.goto(base + '/setup/alert?name=browser-alert');
await admin.click('#delete');
await done(admin, 'alert.delete');

// Login ranges: who would shut themselves out has to say so.
await admin.goto(base + '/setup/network?profile=SystemAdministrator');
await admin.fill('#ranges', '192.0.2.1');
await admin.click('#saveProfile');
assert.match((await said(admin)).join(), /This would shut you out/);

// The doctor: what works, a person whom the app is not for, and the very request of an agent.
await admin.goto(base + '/setup/app?id=inspector');
await admin.getByRole('link', { name: 'Try a connection of this app' }).click();
assert.equal(await admin.inputValue('#client'), 'inspector');
await admin.fill('#user', 'rep.west.1');
await admin.fill('#address', '127.0.0.1');
await admin.click('#examine');
assert.equal(await admin.locator('#result').innerText(), 'No step fails');
assert.match(await admin.locator('#diagnosis').innerText(), /The agent sees: [^]*soqlQuery/);
await accessible(admin, 'doctor');
await admin.fill('#user', 'nobody');
await admin.click('#examine');
assert.equal(await admin.locator('#result').innerText(), 'The connection fails');
assert.match(await admin.locator('.steps .FAILED').innerText(), /nobody of this user name/);
await admin.fill('#opened', base + '/oauth2/authorize?response_type=code&client_id=inspector&redirect_uri=https%3A%2F%2Fevil.example%2F%3Cimg+src%3Dx%3E');
await admin.click('#examine');
assert.match(await admin.locator('.steps .FAILED').first().innerText(), /evil\.example\/<img src=x> is none of the registered/);
assert.equal(await admin.locator('img[src=x]').count(), 0, 'G02 doctor');
await accessible(admin, 'doctor-fails');

// What an agent can do as a person: all objects, then one record.
await admin.goto(base + '/setup/access');
await admin.click('#explain');
assert.deepEqual(await said(admin), ['user: name the person']);
await admin.fill('#user', 'rep.west.1');
await admin.selectOption('#client', 'inspector');
await admin.selectOption('#server', 'platform/object-reads');
await admin.click('#explain');
assert.match(await admin.locator('#overview').innerText(), /Account[^]*read/);
await accessible(admin, 'access');
await admin.fill('#object', 'Account');
await admin.fill('#field', 'AnnualRevenue');
await admin.fill('#record', '001zzzzzzzzzzzzzzz');
await admin.click('#explain');
assert.match(await admin.locator('#explanation').innerText(), /AnnualRevenue[^]*cannot be read[^]*There is no such record/);
await accessible(admin, 'access-of-record');

// An object, a field, a validation rule; what speaks against them, what another administrator changed meanwhile, and their end.
await admin.goto(base + '/setup/object');
await admin.fill('#name', 'Browser thing');
await admin.fill('#label', hostile);
await admin.click('#save');
assert.match((await said(admin)).join(), /name: /);
await admin.fill('#name', 'BrowserThing');
await admin.click('#save');
await done(admin, 'object.create');
const other = await admin.context().newPage();
await other.goto(base + '/setup/object?name=BrowserThing');
await admin.getByRole('link', { name: 'New field' }).click();
await admin.fill('#name', 'Kind');
await admin.fill('#label', hostile);
await admin.selectOption('#type', 'Picklist');
await admin.fill('#values', 'big = Big one\n- old\nsmall');
await admin.fill('#readers', 'Auditor');
await admin.click('#save');
await done(admin, 'field.create');
await other.fill('#description', 'written over');
await other.click('#save');
assert.match((await said(other)).join(), /changed/, 'somebody else was first');
await other.close();
await admin.getByRole('link', { name: 'Kind' }).click();
assert.equal(await admin.inputValue('#values'), 'big = Big one\n- old\nsmall');
await admin.fill('#helpText', 'How big it is');
await accessible(admin, 'field');
await admin.click('#save');
await done(admin, 'field.update');
await admin.getByRole('link', { name: 'New validation rule' }).click();
await admin.fill('#name', 'NoBig');
await admin.fill('#condition', 'Knd = "big"');
await admin.fill('#message', hostile);
await admin.click('#save');
assert.match((await said(admin)).join(), /Knd/);
await admin.fill('#condition', 'ISPICKVAL(Kind, "big")');
await accessible(admin, 'validation-rule');
await admin.click('#save');
await done(admin, 'validation-rule.create');
await accessible(admin, 'object');
for (const path of ['/setup/object?name=BrowserThing', '/setup/objects', '/setup/sharing', '/setup/find?q=browser', '/setup/field?object=BrowserThing&name=Kind', '/setup/search?object=BrowserThing']) {
  await admin.goto(base + path);
  assert.equal(await admin.locator('img[src=x]').count(), 0, 'G02 ' + path);
  assert.notEqual(await admin.title(), 'run');
}
await admin.goto(base + '/setup/validation-rule?object=BrowserThing&name=NoBig');
await admin.click('#delete');
await done(admin, 'validation-rule.delete');
await admin.getByRole('link', { name: 'Kind' }).click();
await admin.click('#delete');
await done(admin, 'field.delete');
await admin.click('#delete');
await done(admin, 'object.delete');
await accessible(admin, 'objects');

// Roles, groups, queues and rules.
await admin.goto(base + '/setup/role');
await admin.fill('#name', 'BrowserRole');
await admin.fill('#label', hostile);
await admin.click('#save');
await done(admin, 'role.save');
await admin.goto(base + '/setup/group');
await admin.fill('#name', 'BrowserGroup');
await admin.fill('#label', 'Browser group');
await admin.fill('#members', 'BrowserRole');
await admin.click('#save');
assert.match((await said(admin)).join(), /write what it is/);
await admin.fill('#members', 'Role BrowserRole\nUser rep.west.1');
await admin.click('#save');
await done(admin, 'group.save');
await admin.goto(base + '/setup/sharing-rule');
await admin.fill('#name', 'BrowserRule');
await admin.fill('#label', 'Browser rule');
await admin.fill('#object', 'Account');
await admin.fill('#target', 'Group BrowserGroup');
await admin.selectOption('#level', 'Edit');
await admin.fill('#criteria', 'Industry equals Energy');
await admin.click('#save');
await done(admin, 'sharing-rule.save');
await accessible(admin, 'sharing');
assert.equal(await admin.locator('img[src=x]').count(), 0, 'G02 sharing');
await admin.getByRole('link', { name: 'Browser rule' }).click();
assert.equal(await admin.inputValue('#criteria'), 'Industry equals Energy');
await accessible(admin, 'sharing-rule');
await admin.click('#delete');
await done(admin, 'sharing-rule.delete');
await admin.goto(base + '/setup/group?name=BrowserGroup');
await accessible(admin, 'group');
await admin.click('#delete');
await done(admin, 'group.delete');
await admin.goto(base + '/setup/role?name=BrowserRole');
await admin.click('#delete');
await done(admin, 'role.delete');

// What else REST and JMX do.
for (const task of Object.values(tasks)) {
  await task({ admin, base, accessible, done, said, person, browser });
}

// Search across the setup, by the keyboard alone.
await admin.goto(base + '/setup');
await admin.keyboard.press('Tab');
assert.equal(await admin.locator('.skip:focus').count(), 1, 'the first stop of the keyboard');
await admin.focus('#find');
await admin.keyboard.type('owd');
await admin.keyboard.press('Enter');
await admin.waitForURL('**/setup/find?q=owd');
assert.match(await admin.locator('main').innerText(), /Sharing\s+Page/);

// The event log: a look, a file, what was there before and after, and whether all of it is as it was written.
await admin.goto(base + '/setup/events');
await admin.getByRole('link', { name: /^Look into ApiTotalUsage/ }).first().click();
await accessible(admin, 'event-log-file');
await admin.goto(base + '/setup/events');
await admin.getByRole('link', { name: /^Look into SetupAuditTrail/ }).first().click();
await accessible(admin, 'event-log-file-of-the-setup');
await admin.goto(base + '/setup/events');
const [file] = await Promise.all([
  admin.waitForEvent('download'),
  admin.getByRole('link', { name: /^Download ApiTotalUsage/ }).first().click(),
]);
assert.match(await readFile(await file.path(), 'utf8'), /^"EVENT_TYPE","TIMESTAMP","REQUEST_ID"/);
await admin.goto(base + '/setup/search?type=SetupAuditTrail&object=browser-postman');
assert.match(await admin.locator('table').innerText(), /client\.create/);
assert.ok((await admin.locator('table').textContent()).includes('img src=x'), 'the event of a label');
await admin.click('#verify');
assert.match(await admin.locator('#verification [role=status]').innerText(), /all chains are intact/);

const pages = {
  dashboard: '/setup', apps: '/setup/apps', app: '/setup/app?id=browser-postman', connections: '/setup/connections', servers: '/setup/servers',
  limits: '/setup/limits', limit: '/setup/limit?name=rows-per-person',
  network: '/setup/network', person: '/setup/person', people: '/setup/people', 'permission-set': '/setup/permission-set?name=ProfileStandardUser', events: '/setup/events',
  search: '/setup/search', security: '/security', find: '/setup/find?q=account', permissions: '/setup/permissions', role: '/setup/role', queue: '/setup/group?kind=queue',
  'new-object': '/setup/object', 'restriction-rule': '/setup/sharing-rule?kind=restriction', 'setup-audit-trail': '/setup/search?type=SetupAuditTrail',
  'login-history': '/setup/search?type=Login', files: '/setup/files', 'permission-set-group': '/setup/permission-set-group',
  ceilings: '/setup/ceilings', ceiling: '/setup/ceiling?server=platform/object-reads', providers: '/setup/providers', provider: '/setup/provider', keys: '/setup/keys',
};
for (const [name, path] of Object.entries(pages)) {
  assert.equal((await admin.goto(base + path)).status(), 200, path);
  await accessible(admin, name);
}

// The same in the dark and on a phone: nothing scrolls sideways.
const pocket = await person('admin', 'gatehouse', { colorScheme: 'dark', viewport: { width: 390, height: 844 } });
const many = { doctor: '/setup/doctor', access: '/setup/access', objects: '/setup/objects', object: '/setup/object?name=Account', field: '/setup/field?object=Account&name=Industry',
  'validation-rule': '/setup/validation-rule?object=Account', sharing: '/setup/sharing', 'sharing-rule': '/setup/sharing-rule', group: '/setup/group' };
for (const [name, path] of Object.entries({ ...pages, ...many })) {
  assert.equal((await pocket.goto(base + path)).status(), 200, path);
  await accessible(pocket, 'phone-' + name);
  assert.ok(await sideways(pocket) <= 0, path + ' does not scroll sideways on a phone');
}

// The person sets a password by the link, and then sees the log and nothing else. In the dark, on a phone.
const guest = await (await browser.newContext()).newPage();
await guest.goto(link);
await guest.fill('#password', 'correct horse battery');
await guest.fill('#repeated', 'correct horse battery');
await guest.click('#accept');
assert.equal(new URL(guest.url()).pathname, '/login');
const auditor = await person('browser.auditor', 'correct horse battery', { colorScheme: 'dark', viewport: { width: 390, height: 844 } });
assert.equal(new URL(auditor.url()).pathname, '/setup');
await accessible(auditor, 'phone-dashboard');
assert.equal((await auditor.goto(base + '/setup/events')).status(), 200);
await accessible(auditor, 'phone-events');
assert.ok(await sideways(auditor) <= 0, 'the page does not scroll sideways on a phone');
complaints.length = 0;
const closed = Object.values({ ...pages, ...many }).filter(path => !/^\/setup($|\/events|\/search|\/find)|^\/security/.test(path));
for (const path of closed) {
  assert.equal((await auditor.goto(base + path)).status(), 403, 'G05 ' + path);
}

await browser.close();
console.log(JSON.stringify({ complaints: complaints.filter(it => !/403/.test(it)) }));
