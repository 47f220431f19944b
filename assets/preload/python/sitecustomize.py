"""Loaded by `sealwire run` into every Python process of the command, through PYTHONPATH.

It hands over to the sitecustomize module that Python would have loaded without Sealwire, then switches on the APM agent by the agent's own
wrapper, which attaches it to Django, Flask and Starlette. FastAPI, aiohttp and Tornado, which the wrapper does not reach, are attached here
by the agent's own integrations. A process whose interpreter has no agent, such as a build tool's, is left as it is.
"""

import os
import sys


def _without_this_folder():
    here = os.path.realpath(os.path.dirname(os.path.abspath(__file__)))
    return [entry for entry in sys.path if os.path.realpath(entry or os.curdir) != here]


def _hand_over():
    """Runs the sitecustomize that this file hides. Python ignores one that is missing and reports one that fails; so does this."""
    from importlib.machinery import PathFinder
    from importlib.util import module_from_spec

    spec = PathFinder.find_spec("sitecustomize", _without_this_folder())
    if spec is None or spec.loader is None:
        return
    module = module_from_spec(spec)
    sys.modules["sitecustomize"] = module
    spec.loader.exec_module(module)


def _switch_on():
    from importlib.util import find_spec

    if find_spec("elasticapm") is None:
        return
    from elasticapm.instrumentation.wrapper import sitecustomize  # noqa: F401, its import switches the agent on

    import wrapt

    wrapt.register_post_import_hook(_attach_to_fastapi, "fastapi.applications")
    wrapt.register_post_import_hook(_attach_to_aiohttp, "aiohttp.web_runner")
    wrapt.register_post_import_hook(_attach_to_tornado, "tornado.web")


def _attach_to_fastapi(module):
    """FastAPI has a build_middleware_stack of its own, so the wrapper's hook on Starlette's is never called."""
    import wrapt

    def attach(wrapped, application, args, kwargs):
        from elasticapm.contrib.starlette import ElasticAPM

        if not any(middleware.cls is ElasticAPM for middleware in application.user_middleware):
            application.add_middleware(ElasticAPM, client=None)
        return wrapped(*args, **kwargs)

    wrapt.wrap_function_wrapper(module, "FastAPI.build_middleware_stack", attach)


def _attach_to_aiohttp(module):
    """A runner is made once for the application that is served, and never for the ones mounted in it."""
    import wrapt

    def attach(wrapped, _runner, args, kwargs):
        from elasticapm import get_client
        from elasticapm.contrib.aiohttp import ElasticAPM

        application = args[0] if args else kwargs.get("app")
        if get_client() is None and application is not None:
            ElasticAPM(application)
        return wrapped(*args, **kwargs)

    wrapt.wrap_function_wrapper(module, "AppRunner.__init__", attach)


def _attach_to_tornado(module):
    import wrapt

    def attach(wrapped, application, args, kwargs):
        from elasticapm import get_client
        from elasticapm.contrib.tornado import ElasticAPM

        wrapped(*args, **kwargs)
        if get_client() is None:
            ElasticAPM(application)

    wrapt.wrap_function_wrapper(module, "Application.__init__", attach)


_hand_over()
_switch_on()
