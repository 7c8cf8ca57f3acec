// What the pages do besides htmx. Every page works without this file.
(function () {
    'use strict';

    // after a page was swapped in, a reader of the screen and the keyboard stand at its beginning, or at what is wrong with the form
    document.addEventListener('htmx:afterSettle', function (event) {
        if (event.detail.boosted || event.target === document.body) {
            (document.getElementById('errors') || document.getElementById('main')).focus({ preventScroll: false });
        }
    });

    // a file that the server would refuse is not sent, so that what was typed beside it is not lost
    document.addEventListener('change', function (event) {
        var input = event.target;
        if (input.type === 'file' && input.dataset.most) {
            var large = input.files.length > 0 && input.files[0].size > input.dataset.most * 1024 * 1024;
            input.setCustomValidity(large ? input.dataset.tooLarge : '');
            if (large) {
                input.reportValidity();
            }
        }
    });

    // a form is sent once
    document.addEventListener('submit', function (event) {
        var form = event.target;
        if (form.method !== 'post') {
            return;
        }
        var file = form.querySelector('input[type=file][data-most]');
        if (file && file.validity.customError) {
            event.preventDefault();
            event.stopImmediatePropagation();
            file.reportValidity();
            return;
        }
        if (form.dataset.sent) {
            event.preventDefault();
            event.stopImmediatePropagation();
            return;
        }
        form.dataset.sent = 'yes';
        setTimeout(function () { delete form.dataset.sent; }, 3000);
    }, true);

    // a file is taken away by the browser itself, whatever the link that leads to it forgot to say
    document.addEventListener('htmx:beforeRequest', function (event) {
        var link = event.detail.elt;
        if (link.tagName === 'A' && (link.hasAttribute('download') || /\.(xlsx|csv|docx|pdf)$/.test(link.pathname))) {
            event.preventDefault();
            window.location.assign(link.href);
        }
    });

    document.addEventListener('click', function (event) {
        var print = event.target.closest('[data-print]');
        if (print) {
            event.preventDefault();
            window.print();
        }
    });
})();
