using Entente.Web.Pages.Dyad;
using Entente.Web.Pages.Home;
using Entente.Web.Pages.SignIn;
using Microsoft.AspNetCore.Routing;

namespace Entente.Web.Pages;

/// <summary>The pages, one folder each.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        HomePage.Map(app);
        DyadPage.Map(app);
        SignInPage.Map(app);
    }
}
